import type { DeviceVitals, Id } from '@akari/protocol'

const HOUR_MS = 3_600_000
/** Of each stream: more than a page that flickers is worth knowing. */
const MOST_SLATES = 1000
const MOST_STREAMS = 8

export type SlateCounts = {
  /** A fault that the screen told; counts where it is a picture that gave way to the slate. */
  told: (code: string, streamId: Id) => void
  lastHour: () => NonNullable<DeviceVitals['streams']>
}

/** Counts how often live pictures gave way to the slate; of a stream that stopped longer than an hour ago nothing is kept. */
export function slateCounts(monotonicMs: () => number): SlateCounts {
  const slates = new Map<Id, number[]>()
  return {
    told: (code, streamId) => {
      if (code !== 'live-stopped') return
      const times = [...(slates.get(streamId) ?? []), monotonicMs()].slice(-MOST_SLATES)
      slates.delete(streamId)
      slates.set(streamId, times)
      for (const oldest of slates.keys()) {
        if (slates.size <= MOST_STREAMS) break
        slates.delete(oldest)
      }
    },
    lastHour: () => {
      const sinceMs = monotonicMs() - HOUR_MS
      return [...slates].flatMap(([streamId, times]) => {
        const slatesLastHour = times.filter((at) => at > sinceMs).length
        if (slatesLastHour === 0) slates.delete(streamId)
        return slatesLastHour === 0 ? [] : [{ streamId, slatesLastHour }]
      })
    },
  }
}
