import type { DisplayHealth, Id, StreamHealth, StreamMinute, StreamState, StreamView } from '@akari/protocol'
import { AppError } from '../../../http/app-error.ts'
import { lookAt } from '../relay/look-at.ts'
import type { StreamRelay } from '../relay/stream-relay.ts'
import { streamAdvice } from './stream-advice.ts'
import type { StreamMinutesStore } from './stream-minutes.store.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 3_600_000
const KEEP_DAYS = 7
/** Displays report every 10 s: one that said nothing for so long is away, and its count is of the past. */
const HEARD_WITHIN_MS = 2 * MINUTE_MS

type Deps = {
  relay: Pick<StreamRelay, 'ask' | 'pulseOf'>
  store: StreamMinutesStore
  streams: () => Promise<readonly StreamView[]>
  /** What displays last reported. */
  displays: () => Promise<readonly { health: DisplayHealth | null }[]>
  now: () => Date
}

export type StreamHealthService = ReturnType<typeof streamHealthService>

/** How live streams are and were, whether or not anybody plays them. */
export function streamHealthService({ relay, store, streams, displays: reports, now }: Deps) {
  const instant = (ms: number) => new Date(ms).toISOString()

  /** By stream, how often displays showed the slate instead of it within the last hour. */
  const slates = async (): Promise<ReadonlyMap<Id, number>> => {
    const heardSinceMs = now().getTime() - HEARD_WITHIN_MS
    const counts = new Map<Id, number>()
    for (const { health } of await reports()) {
      if (health === null || Date.parse(health.at) < heardSinceMs) continue
      for (const { streamId, slatesLastHour } of health.streams ?? [])
        counts.set(streamId, (counts.get(streamId) ?? 0) + slatesLastHour)
    }
    return counts
  }

  const healthOf = ({ id }: StreamView, slatesOf: ReadonlyMap<Id, number>): StreamHealth => {
    const { sinceMs, displays, ...pulse } = relay.pulseOf(id)
    const since = sinceMs === null ? null : instant(sinceMs)
    const slatesLastHour = slatesOf.get(id) ?? 0
    const advice = streamAdvice(pulse)
    return { ...pulse, advice, streamId: id, since, displays: displays.length, slatesLastHour }
  }

  return {
    list: async (): Promise<StreamHealth[]> => {
      const slatesOf = await slates()
      return (await streams()).map((stream) => healthOf(stream, slatesOf))
    },
    /** Minute by minute over the last `hours`; AppError `not-found` for an unknown stream. */
    history: async (streamId: Id, hours: number): Promise<StreamMinute[]> => {
      if (!(await streams()).some(({ id }) => id === streamId)) throw new AppError('not-found')
      const since = instant(now().getTime() - hours * 3_600_000)
      return overServers(await store.since(streamId, since))
    },
    /** Once a minute: looks at every stream and writes down how it is. */
    round: async (): Promise<void> => {
      const all = await streams()
      await Promise.all(all.map((stream) => lookAt(relay, stream)))
      const at = instant(Math.floor(now().getTime() / MINUTE_MS) * MINUTE_MS)
      const slatesOf = await slates()
      for (const stream of all) await store.put(stream.id, { ...healthOf(stream, slatesOf), at })
    },
    housekeep: (): Promise<void> => store.removeBefore(instant(now().getTime() - KEEP_DAYS * DAY_MS)),
  }
}

/** What several servers saw in a minute, as one: the stream is as whoever has it best sees it, their displays add up. */
export function overServers(minutes: readonly StreamMinute[]): StreamMinute[] {
  return [...Map.groupBy(minutes, ({ at }) => at).values()].flatMap((seen) => {
    const [first, ...others] = seen.toSorted((a, b) => RANK[a.state] - RANK[b.state])
    if (first === undefined) return []
    const displays = seen.reduce((sum, each) => sum + each.displays, 0)
    const slates = seen.flatMap(({ slatesLastHour }) => slatesLastHour ?? [])
    const bits = [first, ...others].flatMap(({ bitsPerSecond }) => bitsPerSecond ?? [])
    // Every server counts all displays.
    return [{ ...first, displays, slatesLastHour: most(slates), bitsPerSecond: most(bits) }]
  })
}

function most(amounts: readonly number[]): number | null {
  return amounts.length === 0 ? null : Math.max(...amounts)
}

const RANK: Record<StreamState, number> = {
  live: 0,
  ended: 1,
  stalled: 2,
  gone: 3,
  refused: 4,
  unreachable: 5,
  unknown: 6,
}
