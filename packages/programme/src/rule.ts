import type { Instant, LocalDateTime, ScheduleRule } from '@akari/protocol'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { localMsOf, localTimeAt, plainStarts } from './plain-series.ts'
import { isReadableRrule } from './recurrence-parts.ts'
import {
  asDaySeries,
  isDayRule,
  isWithin,
  reachInDays,
  type RuleContext,
  ruleContext,
  spansOn,
  startsOn,
} from './rule-days.ts'
import { instantOf, msOf } from './time.ts'

/** One time a rule comes round. `originalStart` names it for good: local time in the rule's zone. */
export type Occurrence = { startsAt: Instant; endsAt: Instant; originalStart: LocalDateTime }

/** The same in Unix milliseconds, as the resolver calculates. */
export type TimedOccurrence = { startsAtMs: number; endsAtMs: number; originalStart: LocalDateTime }

export type RuleProblem =
  | 'never-occurs'
  /** It would occur, but never on a day or at a time that its days, dates or daypart leave. */
  | 'never-on-its-days'
  | 'unknown-zone'
  | 'unknown-daypart'
  /** It asks for two ends at once, an end before its beginning, or whole days with a daypart. */
  | 'contradictory'
  | 'zero-length'
  | 'unreadable'

/** Periods the library may look through for one answer: bounds what a hopeless rule can cost (saving: some 100 ms). */
const LIMITS = { following: 10_000, saving: 2_000 } as const

/** What comes round: its first start, local, and the rule; the library follows it where it must. */
type Series = { start: LocalDateTime; rrule: string; follow: () => RRuleTemporal }

/** A rule that can be followed. `series` is null for once. */
export type ReadRule = {
  first: Temporal.ZonedDateTime
  extra: Temporal.ZonedDateTime[]
  series: Series | null
  /** Local times of `exdates`, or only their dates where the rule gives days. */
  excluded: ReadonlySet<string>
}

const PLAIN = ruleContext({})

/** Clock changes move a wall-clock end by an hour, a zone that skips a day by a day: how far back a window may reach more. */
const CLOCK_CHANGE_MS = 26 * 3_600_000

/**
 * The occurrences of a rule that overlap `[from, to)`, sorted. Their length is counted on the wall clock, so that 22:00–06:00
 * ends at 06:00 and a whole day at midnight whatever the clocks do. Starts that a clock change skips do not occur
 * (RFC 5545 §3.3.10); a start that happens twice is the earlier one. A rule that cannot be read gives none: see checkRule.
 */
export function occurrences(rule: ScheduleRule, from: Instant, to: Instant, context = PLAIN): Occurrence[] {
  const expanded = expand(rule, msOf(from), msOf(to), context)
  if (!expanded.ok) return []
  return expanded.occurrences.map((o) => ({
    startsAt: instantOf(o.startsAtMs),
    endsAt: instantOf(o.endsAtMs),
    originalStart: o.originalStart,
  }))
}

/** Like `occurrences`, in milliseconds, and says why when the rule cannot be followed. */
export function expand(
  rule: ScheduleRule,
  fromMs: number,
  toMs: number,
  context: RuleContext = PLAIN,
): { ok: true; occurrences: TimedOccurrence[] } | { ok: false; problem: RuleProblem } {
  const read = readRule(rule, 'following', context)
  if (!read.ok) return read
  if (fromMs >= toMs) return { ok: true, occurrences: [] }
  try {
    const all = isDayRule(rule)
      ? windowsOfDays(rule, read.rule, fromMs, toMs, context)
      : windowsOfTimes(rule, read.rule, fromMs, toMs, context)
    const found = new Map<number, TimedOccurrence>()
    for (const one of all) {
      const overlaps = one.startsAtMs < toMs && one.endsAtMs > fromMs
      if (overlaps && one.startsAtMs < one.endsAtMs) found.set(one.startsAtMs, one)
    }
    return { ok: true, occurrences: [...found.values()].sort((a, b) => a.startsAtMs - b.startsAtMs) }
  } catch {
    return { ok: false, problem: 'unreadable' }
  }
}

function windowsOfTimes(
  rule: ScheduleRule,
  read: ReadRule,
  fromMs: number,
  toMs: number,
  context: RuleContext,
): TimedOccurrence[] {
  const lengthMs = rule.durationMinutes * 60_000
  const [earliestMs, latestMs] = [fromMs - lengthMs - CLOCK_CHANGE_MS, toMs + lengthMs + CLOCK_CHANGE_MS]
  const offsetMs = context.clocks.standing(rule.timeZone, earliestMs, latestMs)
  const found: TimedOccurrence[] = []
  for (const { startsAtMs, local, byHand } of startsBetween(rule, read, earliestMs, toMs, context)) {
    if (!occursAt(rule, read, local, byHand, context)) continue
    const endsAtMs = offsetMs === null ? wallClockEndMs(local, rule) : startsAtMs + lengthMs
    found.push({ startsAtMs, endsAtMs, originalStart: local })
  }
  return found
}

function windowsOfDays(
  rule: ScheduleRule,
  read: ReadRule,
  fromMs: number,
  toMs: number,
  context: RuleContext,
): TimedOccurrence[] {
  const reachMs = reachInDays(rule) * 86_400_000 + CLOCK_CHANGE_MS
  const [earliestMs, latestMs] = [fromMs - reachMs, toMs + reachMs]
  const offsetMs = context.clocks.standing(rule.timeZone, earliestMs, latestMs)
  const momentOf = (local: LocalDateTime): number =>
    offsetMs === null ? inZone(local, rule.timeZone).epochMilliseconds : localMsOf(local) - offsetMs
  const found: TimedOccurrence[] = []
  for (const { local, byHand } of startsBetween(rule, read, earliestMs, latestMs, context)) {
    if (!occursAt(rule, read, local, byHand, context)) continue
    for (const { start, end } of spansOn(rule, local.slice(0, 10), context)) {
      found.push({ startsAtMs: momentOf(start), endsAtMs: momentOf(end), originalStart: start })
    }
  }
  return found
}

/** Is a start of the series, or a date named by hand, left in by everything that can leave it out? */
export function occursAt(
  rule: ScheduleRule,
  read: ReadRule,
  local: LocalDateTime,
  byHand: boolean,
  context: RuleContext,
): boolean {
  const date = local.slice(0, 10)
  if (read.excluded.has(isDayRule(rule) ? date : local)) return false
  return byHand ? isWithin(rule, date) : startsOn(rule, date, context)
}

/** Reads a rule for following it, or for a longer look when it is saved. */
export function readRule(
  rule: ScheduleRule,
  purpose: keyof typeof LIMITS,
  context: RuleContext,
): { ok: true; rule: ReadRule } | { ok: false; problem: RuleProblem } {
  if (!context.clocks.knows(rule.timeZone)) return { ok: false, problem: 'unknown-zone' }
  if (!(rule.durationMinutes > 0)) return { ok: false, problem: 'zero-length' }
  if (rule.rrule !== null && !isReadableRrule(rule.rrule)) return { ok: false, problem: 'unreadable' }
  if (rule.daypartId !== undefined && context.daypart(rule.daypartId) === undefined)
    return { ok: false, problem: 'unknown-daypart' }
  try {
    inZone(rule.start, rule.timeZone)
    for (const local of rule.exdates) inZone(local, rule.timeZone)
    const { start, rrule } = isDayRule(rule) ? asDaySeries(rule) : rule
    const first = inZone(start, rule.timeZone)
    const extra = rule.rdates.map((local) => inZone(local, rule.timeZone))
    const follow = (of: string) =>
      new RRuleTemporal({
        rruleString: `RRULE:${of}`,
        dtstart: first,
        temporal: Temporal,
        maxIterations: LIMITS[purpose],
      })
    const series = rrule === null ? null : { start: localTimeOf(first), rrule, follow: () => follow(rrule) }
    const excluded = new Set(isDayRule(rule) ? rule.exdates.map((local) => local.slice(0, 10)) : rule.exdates)
    return { ok: true, rule: { first, extra, series, excluded } }
  } catch {
    return { ok: false, problem: 'unreadable' }
  }
}

function inZone(local: LocalDateTime, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone)
}

/** Local time, to the minute, of a start. */
export function localTimeOf(start: Temporal.ZonedDateTime): LocalDateTime {
  return localTimeAt(start.epochMilliseconds + start.offsetNanoseconds / 1e6)
}

function wallClockEndMs(local: LocalDateTime, { durationMinutes, timeZone }: ScheduleRule): number {
  const end = Temporal.PlainDateTime.from(local).add({ minutes: durationMinutes })
  return end.toZonedDateTime(timeZone).epochMilliseconds
}

type Start = { startsAtMs: number; local: LocalDateTime; byHand: boolean }

function startsBetween(
  { timeZone }: ScheduleRule,
  { first, series, extra }: ReadRule,
  fromMs: number,
  toMs: number,
  context: RuleContext,
): Start[] {
  const byHand = extra.map((start) => startOf(start, true))
  if (series === null) return [startOf(first, false), ...byHand]
  // Hours are counted from the first start on, days by the calendar.
  const sinceMs = series.rrule.includes('HOURLY') ? Math.min(first.epochMilliseconds, fromMs) : fromMs
  const offsetMs = context.clocks.standing(timeZone, sinceMs, toMs)
  const plain =
    offsetMs === null ? null : plainStarts(series.start, series.rrule, fromMs + offsetMs, toMs + offsetMs, offsetMs)
  if (plain === null || offsetMs === null) {
    const followed = series.follow().between(new Date(fromMs), new Date(toMs), true)
    return [...followed.map((start) => startOf(start, false)), ...byHand]
  }
  return [...plain.map((ms) => ({ startsAtMs: ms - offsetMs, local: localTimeAt(ms), byHand: false })), ...byHand]
}

function startOf(start: Temporal.ZonedDateTime, byHand: boolean): Start {
  return { startsAtMs: start.epochMilliseconds, local: localTimeOf(start), byHand }
}
