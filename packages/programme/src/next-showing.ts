import type { Id, Instant, Programme, ScheduleEntry } from '@akari/protocol'
import { type Absence, whyNotDue, windowsOf } from './absence.ts'
import { courseAt } from './courses.ts'
import { everyday } from './everyday.ts'
import type { Moment, Plan } from './member.ts'
import type { Reason } from './reasons.ts'
import { type Behind, standingsAt } from './standings.ts'
import { tickerAt } from './ticker.ts'
import { instantOf, msOf } from './time.ts'
import type { Window, Windows } from './unroll.ts'

/** What stands in the way of an entry in its own windows. */
export type Hindrance =
  | Reason
  | Behind
  | Absence
  /** The display is off, or somebody has taken it over (`by`), for the whole of its time. */
  | { code: 'above-it'; entryId: Id; layer: 'takeover' | 'closed'; by: Id | null }

/**
 * When an entry is next on the glass. Where it never is, in what was unrolled: what stands in the way, the most frequent
 * first, and whether all that could be was looked at.
 */
export type NextShowing =
  | { shown: true; at: Instant; windowEndsAt: Instant }
  | { shown: false; hindrances: Hindrance[]; lookedThroughTo: Instant }

/** How many steps the search may take: some tenths of a second. */
const STEPS = 20_000

/** «なぜ自分の予定が出ない?»: looks from a moment to the end of `windows` (`unroll`) with the decisions of `direct`. */
export function nextShowing(programme: Programme, windows: Windows, entry: ScheduleEntry, from: Instant): NextShowing {
  const plan = { programme, windows }
  const fromMs = msOf(from)
  const problem = windows.problems.find(({ entryId }) => entryId === entry.id)
  if (problem !== undefined) return never([{ code: 'rule-not-followed', ...problem }], windows.toMs)
  const due = windowsOf(windows, entry).filter(({ endsAtMs }) => endsAtMs > fromMs)
  if (due.length === 0) return never([whyNotDue(programme, windows, entry, fromMs)], windows.toMs)
  const met = new Map<string, { hindrance: Hindrance; times: number }>()
  const steps = { left: STEPS }
  for (const window of due) {
    const found = withinWindow(plan, window, fromMs, steps, (hindrance) => {
      const key = JSON.stringify({ ...hindrance, until: null, nextAt: null })
      met.set(key, { hindrance, times: (met.get(key)?.times ?? 0) + 1 })
    })
    if (found !== null) return { shown: true, at: instantOf(found), windowEndsAt: instantOf(window.endsAtMs) }
    if (steps.left <= 0) return never(mostFrequent(met), window.startsAtMs)
  }
  return never(mostFrequent(met), windows.toMs)
}

function never(hindrances: Hindrance[], toMs: number): NextShowing {
  return { shown: false, hindrances, lookedThroughTo: instantOf(toMs) }
}

function mostFrequent(met: ReadonlyMap<string, { hindrance: Hindrance; times: number }>): Hindrance[] {
  return [...met.values()].sort((a, b) => b.times - a.times).map(({ hindrance }) => hindrance)
}

function withinWindow(
  plan: Plan,
  window: Window,
  fromMs: number,
  steps: { left: number },
  hindered: (hindrance: Hindrance) => void,
): number | null {
  for (let ms = Math.max(window.startsAtMs, fromMs); ms < window.endsAtMs && steps.left > 0; steps.left--) {
    const course = courseAt(plan, momentAt(ms))
    const { layer } = course
    const line = tickerAt(plan, momentAt(ms))
    const untilMs = Math.min(course.changesAtMs, line.changesAtMs, window.endsAtMs)
    if (layer === 'takeover' || layer === 'closed') {
      hindered({ code: 'above-it', entryId: window.entryId, layer, by: course.ids[0] ?? null })
    } else {
      if (line.ticker?.entryId === window.entryId) return ms
      const takesTurns = [...course.ids, ...course.interrupts].includes(window.entryId)
      const turnMs = takesTurns ? turnOf(plan, window.entryId, ms, untilMs, steps) : null
      if (turnMs !== null) return turnMs
      const stands = standingsAt(plan, momentAt(ms)).entries.get(window.entryId)
      if (stands !== undefined) hindered(stands.why)
    }
    ms = untilMs
  }
  return null
}

/** The first turn of an entry between two moments at which the same ones have the glass. */
function turnOf(plan: Plan, entryId: Id, fromMs: number, untilMs: number, steps: { left: number }): number | null {
  for (let ms = fromMs; ms < untilMs && steps.left > 0; steps.left--) {
    const { playing, changesAtMs } = everyday({ ...plan, visit: null }, momentAt(ms))
    if (playing?.entryId === entryId) return ms
    ms = changesAtMs
  }
  return null
}

function momentAt(ms: number): Moment {
  return { ms, monotonicMs: 0, timeKnown: true }
}
