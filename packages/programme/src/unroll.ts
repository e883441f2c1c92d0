import {
  type EntryCondition,
  type EntryRole,
  type Id,
  type Instant,
  type LocalDateTime,
  type OnHigher,
  PRIORITIES,
  type Priority,
  type Programme,
  type ScheduleEntry,
} from '@akari/protocol'
import { openSpans, type Span } from './hours.ts'
import { expand, type RuleProblem, type TimedOccurrence } from './rule.ts'
import { ruleContext } from './rule-days.ts'
import { type SoundSpans, soundSpans } from './sound-spans.ts'
import { msOf } from './time.ts'

/** One time a schedule entry is due, in Unix milliseconds. Half open: at `endsAtMs` it is over. */
export type Window = {
  entryId: Id
  playlistId: Id
  priority: Priority
  order: number
  conditions: readonly EntryCondition[]
  onHigher: OnHigher
  /** Local start as the rule gives it, the key of exclusions; an overnight window belongs to this day. */
  originalStart: LocalDateTime
  startsAtMs: number
  endsAtMs: number
}

/** A time an interrupt is due: `share` of it (0–1) is its own, in at most `maxPlays` plays an hour. */
export type InterruptWindow = Window & { share: number; maxPlays: number }

/** A programme's windows between two moments, ready for `direct`: `list` is sorted by start, then entry id. */
export type Windows = {
  fromMs: number
  toMs: number
  /** From here on the list is whole, for entries that depend on what was on before them; at or before `fromMs`. */
  knownFromMs: number
  list: readonly Window[]
  /** The windows of interrupts, which are not in `list`; by start, then entry id. */
  interrupts: readonly InterruptWindow[]
  /** The windows of overlays, which are not in `list` either; by start, then entry id. */
  overlays: readonly Window[]
  /** Bounds the search for what is running at a moment. */
  longestMs: number
  /** When the display is on; null: always. */
  open: readonly Span[] | null
  /** When films and live pictures are heard, the rule that goes first first. */
  sound: readonly SoundSpans[]
  /** Entries whose rule cannot be followed; they have no windows. */
  problems: readonly { entryId: Id; problem: RuleProblem }[]
}

/** What there is before a programme arrived. */
export const NO_WINDOWS: Windows = {
  fromMs: 0,
  knownFromMs: 0,
  toMs: 0,
  list: [],
  interrupts: [],
  overlays: [],
  longestMs: 0,
  open: null,
  sound: [],
  problems: [],
}

/** What of a programme says when something is due. */
export type Rules = Pick<Programme, 'entries' | 'timeZone' | 'calendar' | 'dayparts' | 'hours' | 'sound'>

const HOUR_MS = 3_600_000

/**
 * All windows of a programme that overlap `[from, to)`, with interrupts whole hours of it, because these are shared out by the
 * hour. Pure; cache it by the programme's revision and renew it well before `to`, because beyond it `direct` knows of no
 * entry. Never throws: a rule that cannot be followed is listed in `problems`.
 */
export function unroll(programme: Rules, from: Instant, to: Instant): Windows {
  const byHours = programme.entries.some(({ role }) => role?.kind === 'interrupt')
  const fromMs = byHours ? Math.floor(msOf(from) / HOUR_MS) * HOUR_MS : msOf(from)
  const toMs = byHours ? Math.ceil(msOf(to) / HOUR_MS) * HOUR_MS : msOf(to)
  const list: Window[] = []
  const interrupts: InterruptWindow[] = []
  const overlays: Window[] = []
  const problems: { entryId: Id; problem: RuleProblem }[] = []
  const context = ruleContext(programme)
  const historyMs = historyOf(programme)
  for (const entry of programme.entries) {
    const expanded = expand(entry.rule, fromMs - historyMs, toMs, context)
    if (!expanded.ok) {
      problems.push({ entryId: entry.id, problem: expanded.problem })
      continue
    }
    const windows = expanded.occurrences.map((occurrence) => windowOf(entry, occurrence))
    const role = entry.role ?? SCHEDULED
    switch (role.kind) {
      case 'scheduled':
        list.push(...windows)
        break
      case 'overlay':
        overlays.push(...windows)
        break
      case 'interrupt':
        interrupts.push(...windows.map((window) => ({ ...window, ...partOf(role) })))
    }
  }
  list.sort(byStart)
  interrupts.sort(byStart)
  overlays.sort(byStart)
  const longestMs = [...list, ...overlays].reduce((longest, w) => Math.max(longest, w.endsAtMs - w.startsAtMs), 0)
  const open = openSpans(programme, context.dayKinds, fromMs, toMs)
  const sound = soundSpans(programme, context.dayKinds, fromMs, toMs)
  return { fromMs, toMs, knownFromMs: fromMs - historyMs, list, interrupts, overlays, longestMs, open, sound, problems }
}

const SCHEDULED = { kind: 'scheduled' } as const

function partOf({ share, maxPlaysPerHour }: Extract<EntryRole, { kind: 'interrupt' }>) {
  const part = 'percent' in share ? share.percent / 100 : share.secondsPerHour / 3600
  return { share: part, maxPlays: maxPlaysPerHour ?? Number.POSITIVE_INFINITY }
}

/** How far back windows must be known, for entries that depend on what was on in their own window. */
function historyOf({ entries }: Rules): number {
  const looking = entries.filter(({ onHigher = 'stop' }) => onHigher !== 'stop')
  const minutes = looking.map(({ rule }) => Math.max(24 * 60, rule.durationMinutes))
  return minutes.length === 0 ? 0 : Math.max(...minutes) * 60_000 + 2 * 24 * HOUR_MS
}

const NO_CONDITIONS: readonly EntryCondition[] = []

function windowOf(entry: ScheduleEntry, { startsAtMs, endsAtMs, originalStart }: TimedOccurrence): Window {
  const { id: entryId, playlistId, priority, order = 0, conditions = NO_CONDITIONS, onHigher = 'stop' } = entry
  return { entryId, playlistId, priority, order, conditions, onHigher, originalStart, startsAtMs, endsAtMs }
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

/** Higher priority first, then order, start, id. */
export function byRank(a: Window, b: Window): number {
  return rankOf(b) - rankOf(a) || a.order - b.order || byStart(a, b)
}

function byStart(a: Window, b: Window): number {
  return a.startsAtMs - b.startsAtMs || compareIds(a.entryId, b.entryId)
}

/** Its priority as a number; higher goes first. */
export function rankOf(window: Window): number {
  return PRIORITIES.indexOf(window.priority)
}

/** Plain order of code units, the same in every locale. */
function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Index of the first window of a sorted list that starts after a moment. */
export function firstStartingAfter(list: readonly Window[], ms: number): number {
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
