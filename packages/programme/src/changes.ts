import { type Id, type Instant, type Layer, type Programme, shapeOf } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'
import { everyday, type EverydayPlan } from './everyday.ts'
import type { Moment } from './member.ts'
import { msOf } from './time.ts'
import { unroll } from './unroll.ts'
import { zonesAt } from './zones.ts'

/**
 * From `at` on, in the offset of the programme's zone, this is on the glass. `entry` is also the id of an override; `zones` are
 * the items in the zones of a layout by zone id, null where a zone has none, and are left out of everything else.
 */
export type Change = {
  at: string
  layer: Layer
  entry: Id | null
  item: Id | null
  zones?: Record<Id, Id | null>
}

/**
 * Everything that changes on a display that follows a programme between two moments, the state at the first one included. No
 * emergency, nobody at the glass, no values of the outside world: what was planned. An item that follows itself is no change.
 */
export function* changesOf(programme: Programme, from: Instant, to: Instant): Generator<Change> {
  const windows = unroll(programme, from, to)
  const plan = { programme, windows, visit: null }
  const toMs = msOf(to)
  let last = ''
  for (let ms = msOf(from); ms < toMs; ) {
    const { now, changesAtMs } = planned(programme, plan, { ms, monotonicMs: 0, timeKnown: true })
    const seen = JSON.stringify(now)
    if (seen !== last) yield { at: localInstant(ms, programme.timeZone), ...now }
    last = seen
    ms = changesAtMs
  }
}

function planned(
  programme: Programme,
  plan: EverydayPlan,
  moment: Moment,
): { now: Omit<Change, 'at'>; changesAtMs: number } {
  const { layer, playing, changesAtMs } = everyday(plan, moment)
  const now = { layer, entry: playing?.entryId ?? null, item: playing?.item.id ?? null }
  if (playing?.item.scene.kind !== 'layout') return { now, changesAtMs }
  const zoned = zonesAt(programme, playing.item.scene, playing, moment, shapeOf(programme.display))
  const zones = Object.fromEntries(zoned.zones.map(({ id, item }) => [id, item?.itemId ?? null]))
  return { now: { ...now, zones }, changesAtMs: Math.min(changesAtMs, zoned.changesAtMs) }
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
