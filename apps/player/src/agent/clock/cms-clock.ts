import { JsonFile } from '@akari/node-kit'
import type { Instant, PlayerState } from '@akari/protocol'
import { z } from 'zod'
import type { DeviceClock } from './device-clock.ts'

export type ClockSample = { sentMs: number; receivedMs: number; serverMs: number }

/** The CMS's time as far as this device knows it. */
export type CmsClock = {
  /** One answer to `clock.probe`; the two other times are `monotonicMs`. */
  add: (sample: ClockSample) => void
  linkLost: () => void
  view: () => PlayerState['clock']
  now: () => Instant
}

const Saved = z.object({ bootId: z.string(), serverMinusMonotonicMs: z.number() })
const WINDOW = 8
const WINDOW_MS = 5 * 60_000

/**
 * Of the last few probes the one with the shortest round trip counts (RFC 5905 §10). The offset is kept against the
 * monotonic clock, so that setting the device's wall clock moves `offsetMs` and not the CMS's time. It is saved, because
 * a restart within one boot must not forget when an emergency ends.
 */
export async function cmsClock(deps: {
  device: DeviceClock
  path: string
  failed: (error: unknown) => void
}): Promise<CmsClock> {
  const { device } = deps
  const file = new JsonFile(Saved, deps.path)
  let samples: ClockSample[] = []
  let base: number | null = null
  let savedBase: number | null = null
  let synced = false

  const loaded = await file.load()
  if (loaded.state === 'ok' && loaded.value.bootId === device.bootId) {
    base = loaded.value.serverMinusMonotonicMs
    savedBase = base
  }

  const offsetMs = () => (base === null ? 0 : Math.round(base + device.monotonicMs() - device.wallMs()))
  const save = (value: number) => {
    if (savedBase !== null && Math.abs(savedBase - value) < 250) return
    savedBase = value
    file.save({ bootId: device.bootId, serverMinusMonotonicMs: value }).catch(deps.failed)
  }

  return {
    add: (sample) => {
      const oldest = sample.receivedMs - WINDOW_MS
      samples = [...samples, sample].filter(({ receivedMs }) => receivedMs >= oldest).slice(-WINDOW)
      const best = samples.reduce((a, b) => (roundTrip(b) < roundTrip(a) ? b : a))
      base = best.serverMs - (best.sentMs + best.receivedMs) / 2
      synced = true
      save(base)
    },
    linkLost: () => {
      samples = []
      synced = false
    },
    view: () => ({ offsetMs: offsetMs(), trust: base === null ? 'unknown' : synced ? 'synced' : 'holdover' }),
    now: () => new Date(device.wallMs() + offsetMs()).toISOString(),
  }
}

function roundTrip({ sentMs, receivedMs }: ClockSample): number {
  return receivedMs - sentMs
}
