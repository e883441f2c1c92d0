import type { Id, Instant, Layer, Programme } from '@akari/protocol'
import { conditionsAt } from './conditions.ts'
import { hoursAt } from './everyday.ts'
import type { Moment, Plan } from './member.ts'
import { overrideAt } from './override.ts'
import { slotAt } from './slot.ts'
import { instantOf, msOf } from './time.ts'
import { unroll, type Windows } from './unroll.ts'

/**
 * A stretch of time in which the same ones have the glass: the override, or the entries that take turns (none: the default
 * playlist, or nothing), and the interrupts that are mixed in. Half open.
 */
export type Course = {
  startsAt: Instant
  endsAt: Instant
  layer: Exclude<Layer, 'emergency' | 'power'>
  /** Ids of entries, or of the override. */
  ids: Id[]
  interrupts: Id[]
}

/**
 * How a display goes through a stretch of time, by whom it is had and not item by item: what `changesOf` tells, without the
 * turns of the items. `windows`: those of the programme over this time, where they are at hand.
 */
export function coursesOf(
  programme: Programme,
  from: Instant,
  to: Instant,
  windows = unroll(programme, from, to),
): Course[] {
  const toMs = msOf(to)
  const courses: Course[] = []
  for (let ms = msOf(from); ms < toMs; ) {
    const { changesAtMs, ...who } = courseAt({ programme, windows }, { ms, monotonicMs: 0, timeKnown: true })
    const endsAtMs = Math.min(changesAtMs, toMs)
    const last = courses.at(-1)
    if (last !== undefined && isSame(last, who)) last.endsAt = instantOf(endsAtMs)
    else courses.push({ startsAt: instantOf(ms), endsAt: instantOf(endsAtMs), ...who })
    ms = endsAtMs
  }
  return courses
}

type Who = Pick<Course, 'layer' | 'ids' | 'interrupts'>

/** Who has the glass at a moment, and the next moment at which that may change; always later. */
export function courseAt(plan: Plan, moment: Moment): Who & { changesAtMs: number } {
  const override = overrideAt(plan, null, moment)
  if (override.slot !== null) {
    const ids = override.slot.members.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]))
    return { layer: 'takeover', ids, interrupts: [], changesAtMs: override.changesAtMs }
  }
  const hours = hoursAt(plan, moment)
  const changesAtMs = Math.min(override.changesAtMs, hours.changesAtMs)
  if (hours.closed !== null) return { layer: 'closed', ids: [], interrupts: [], changesAtMs }
  const slotted = slotAt(plan, moment)
  const mixedIn = interruptsAt(plan.windows, plan, moment.ms)
  return {
    layer: slotted.slot?.layer ?? 'fallback',
    ids: slotted.slot?.members.flatMap(({ window }) => (window === null ? [] : [window.entryId])) ?? [],
    interrupts: mixedIn.ids,
    changesAtMs: Math.min(changesAtMs, slotted.changesAtMs, mixedIn.changesAtMs),
  }
}

function interruptsAt({ interrupts }: Windows, { values }: Plan, ms: number): { ids: Id[]; changesAtMs: number } {
  let changesAtMs = Number.POSITIVE_INFINITY
  const ids: Id[] = []
  for (const window of interrupts) {
    for (const bound of [window.startsAtMs, window.endsAtMs]) if (bound > ms) changesAtMs = Math.min(changesAtMs, bound)
    if (ms < window.startsAtMs || ms >= window.endsAtMs) continue
    const met = conditionsAt(window, values, ms)
    changesAtMs = Math.min(changesAtMs, met.changesAtMs)
    if (met.reason === null && !ids.includes(window.entryId)) ids.push(window.entryId)
  }
  return { ids: ids.sort(), changesAtMs }
}

function isSame(a: Who, b: Who): boolean {
  return a.layer === b.layer && sameIds(a.ids, b.ids) && sameIds(a.interrupts, b.interrupts)
}

function sameIds(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id, n) => id === b[n])
}
