import { JsonFile } from '@akari/node-kit'
import type { DeviceVitals, Instant, PlayerState } from '@akari/protocol'
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
  /** For the health report. */
  vitals: () => NonNullable<DeviceVitals['clock']>
}

const Saved = z.object({ bootId: z.string(), serverMinusMonotonicMs: z.number() })
const WINDOW = 16
const WINDOW_MS = 5 * 60_000
/** The first probes of a process are believed at once, so that a restart costs no time out of step. */
const SETTLING = 8
/** What is further off than this is believed at once, too. */
const STEP_MS = 250
/** Anything else is caught up with slowly (5 ms a second), so that no moment comes twice and no item before comes back. */
const SLEW = 0.005
/** Displays must agree within 100 ms after any restart: what is read back may be this far off. */
const WORTH_SAVING_MS = 20

/**
 * Of the last few probes the one with the shortest round trip counts (RFC 5905 §10), and the clock is led to it without a jump.
 * The offset is kept against the monotonic clock, so that setting the device's wall clock moves `offsetMs` and not the CMS's
 * time. It is saved, because a restart within one boot must not forget when an emergency ends.
 */
export async function cmsClock(deps: {
  device: DeviceClock
  path: string
  failed: (error: unknown) => void
  /** The file was no good; the clock then starts as unknown. */
  damaged: (path: string) => void
}): Promise<CmsClock> {
  const { device } = deps
  const file = new JsonFile(Saved, deps.path)
  let samples: ClockSample[] = []
  let measured = 0
  /** The CMS's time minus the monotonic clock: what it was at a moment, and where it is going. */
  let course: { fromMs: number; atMonotonicMs: number; toMs: number } | null = null
  let savedBase: number | null = null
  let synced = false
  let measuredAt: Instant | null = null

  const loaded = await file.load()
  if (loaded.state === 'corrupt') deps.damaged(loaded.setAsideAs ?? deps.path)
  if (loaded.state === 'ok' && loaded.value.bootId === device.bootId) {
    const base = loaded.value.serverMinusMonotonicMs
    course = { fromMs: base, atMonotonicMs: device.monotonicMs(), toMs: base }
    savedBase = base
  }

  const base = () => (course === null ? null : slewed(course, device.monotonicMs()))
  const offsetMs = () => {
    const now = base()
    return now === null ? 0 : Math.round(now + device.monotonicMs() - device.wallMs())
  }
  const trust = () => (course === null ? 'unknown' : synced ? 'synced' : 'holdover')
  const now = () => new Date(device.wallMs() + offsetMs()).toISOString()
  const save = (value: number) => {
    if (savedBase !== null && Math.abs(savedBase - value) < WORTH_SAVING_MS) return
    savedBase = value
    file.save({ bootId: device.bootId, serverMinusMonotonicMs: value }).catch(deps.failed)
  }

  return {
    add: (sample) => {
      const oldest = sample.receivedMs - WINDOW_MS
      samples = [...samples, sample].filter(({ receivedMs }) => receivedMs >= oldest).slice(-WINDOW)
      const best = samples.reduce((a, b) => (roundTrip(b) < roundTrip(a) ? b : a))
      const toMs = best.serverMs - (best.sentMs + best.receivedMs) / 2
      measured += 1
      const before = base()
      const jumps = before === null || measured <= SETTLING || Math.abs(toMs - before) > STEP_MS
      course = { fromMs: jumps ? toMs : before, atMonotonicMs: device.monotonicMs(), toMs }
      synced = true
      measuredAt = now()
      save(toMs)
    },
    linkLost: () => {
      samples = []
      synced = false
    },
    view: () => ({ offsetMs: offsetMs(), trust: trust() }),
    now,
    vitals: () => ({
      trust: trust(),
      offsetMs: course === null ? null : offsetMs(),
      ...(measuredAt === null ? {} : { measuredAt }),
    }),
  }
}

function slewed(
  { fromMs, atMonotonicMs, toMs }: { fromMs: number; atMonotonicMs: number; toMs: number },
  monotonicMs: number,
): number {
  const mostMs = Math.max(0, monotonicMs - atMonotonicMs) * SLEW
  return fromMs + Math.min(Math.max(toMs - fromMs, -mostMs), mostMs)
}

function roundTrip({ sentMs, receivedMs }: ClockSample): number {
  return receivedMs - sentMs
}
