import { type Id, type Instant, type LocalDateTime, PRIORITIES, type Priority, type Programme } from '@akari/protocol'
import { openSpans, type Span } from './hours.ts'
import { expand, type RuleProblem } from './rule.ts'
import { ruleContext } from './rule-days.ts'
import { instantOf, msOf } from './time.ts'

/** One time a schedule entry is due. Half open: at `endsAt` it is over. The milliseconds are the same moments again. */
export type Window = {
  entryId: Id
  playlistId: Id
  priority: Priority
  order: number
  startsAt: Instant
  endsAt: Instant
  /** Local start as the rule gives it, the key of exclusions; an overnight window belongs to this day. */
  originalStart: LocalDateTime
  startsAtMs: number
  endsAtMs: number
}

/** A programme's windows between two moments, ready for `direct`: `list` is sorted by start, then entry id. */
export type Windows = {
  fromMs: number
  toMs: number
  list: readonly Window[]
  /** Bounds the search for what is running at a moment. */
  longestMs: number
  /** When the display is on; null: always. */
  open: readonly Span[] | null
  /** Entries whose rule cannot be followed; they have no windows. */
  problems: readonly { entryId: Id; problem: RuleProblem }[]
}

/** What there is before a programme arrived. */
export const NO_WINDOWS: Windows = { fromMs: 0, toMs: 0, list: [], longestMs: 0, open: null, problems: [] }

/**
 * All windows of a programme that overlap `[from, to)`. Pure; cache it by the programme's revision and renew it well before
 * `to`, because beyond it `direct` knows of no entry. Never throws: a rule that cannot be followed is listed in `problems`.
 */
export function unroll(programme: Programme, from: Instant, to: Instant): Windows {
  const fromMs = msOf(from)
  const toMs = msOf(to)
  const list: Window[] = []
  const problems: { entryId: Id; problem: RuleProblem }[] = []
  const context = ruleContext(programme)
  for (const { id, playlistId, priority, rule, order = 0 } of programme.entries) {
    const expanded = expand(rule, fromMs, toMs, context)
    if (!expanded.ok) {
      problems.push({ entryId: id, problem: expanded.problem })
      continue
    }
    for (const { startsAtMs, endsAtMs, originalStart } of expanded.occurrences) {
      const [startsAt, endsAt] = [instantOf(startsAtMs), instantOf(endsAtMs)]
      list.push({ entryId: id, playlistId, priority, order, startsAt, endsAt, originalStart, startsAtMs, endsAtMs })
    }
  }
  list.sort((a, b) => a.startsAtMs - b.startsAtMs || compareIds(a.entryId, b.entryId))
  const longestMs = list.reduce((longest, w) => Math.max(longest, w.endsAtMs - w.startsAtMs), 0)
  const open = openSpans(programme, context.dayKinds, fromMs, toMs)
  return { fromMs, toMs, list, longestMs, open, problems }
}

/**
 * What is due at a moment, the higher priority first, equals in the order of their turns (order, start, entry id), and the
 * next moment at which that changes (at the latest the end of what was unrolled).
 */
export function dueAt(windows: Windows, ms: number): { due: Window[]; changesAtMs: number } {
  const next = firstStartingAfter(windows.list, ms)
  const due: Window[] = []
  let changesAtMs = Math.min(windows.toMs, windows.list[next]?.startsAtMs ?? windows.toMs)
  for (let i = next - 1; i >= 0; i--) {
    const window = windows.list[i]
    if (window === undefined || window.startsAtMs <= ms - windows.longestMs) break
    if (window.endsAtMs <= ms) continue
    due.push(window)
    changesAtMs = Math.min(changesAtMs, window.endsAtMs)
  }
  return { due: due.sort(byRank), changesAtMs }
}

function byRank(a: Window, b: Window): number {
  const byStart = a.startsAtMs - b.startsAtMs
  return rankOf(b) - rankOf(a) || a.order - b.order || byStart || compareIds(a.entryId, b.entryId)
}

function rankOf(window: Window): number {
  return PRIORITIES.indexOf(window.priority)
}

/** Plain order of code units, the same in every locale. */
function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function firstStartingAfter(list: readonly Window[], ms: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const window = list[middle]
    if (window !== undefined && window.startsAtMs <= ms) low = middle + 1
    else high = middle
  }
  return low
}
