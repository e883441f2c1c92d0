import type { Id, Instant, Layer, Programme } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'
import { everyday } from './everyday.ts'
import { msOf } from './time.ts'
import { unroll } from './unroll.ts'

/** From `at` on, in the offset of the programme's zone, this is on the glass. `entry` is also the id of an override. */
export type Change = { at: string; layer: Layer; entry: Id | null; item: Id | null }

/**
 * Everything that changes on a display that follows a programme between two moments, the state at the first one included. No
 * emergency, nobody at the glass, no values of the outside world: what was planned. An item that follows itself is no change.
 */
export function* changesOf(programme: Programme, from: Instant, to: Instant): Generator<Change> {
  const windows = unroll(programme, from, to)
  const plan = { programme, windows, visit: null }
  const toMs = msOf(to)
  let last: Omit<Change, 'at'> | null = null
  for (let ms = msOf(from); ms < toMs; ) {
    const { layer, playing, changesAtMs } = everyday(plan, { ms, monotonicMs: 0, timeKnown: true })
    const now = { layer, entry: playing?.entryId ?? null, item: playing?.item.id ?? null }
    if (last?.layer !== now.layer || last.entry !== now.entry || last.item !== now.item) {
      yield { at: localInstant(ms, programme.timeZone), ...now }
    }
    last = now
    ms = changesAtMs
  }
}

/** A moment with the offset that a zone has then; in UTC where the zone is not known. */
export function localInstant(ms: number, timeZone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(ms)
  try {
    return instant.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' })
  } catch {
    return instant.toString()
  }
}
