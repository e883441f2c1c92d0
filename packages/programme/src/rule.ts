import type { Instant, LocalDateTime, ScheduleRule } from '@akari/protocol'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
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

/** A rule that can be followed. `series` is null for once. */
export type ReadRule = {
  first: Temporal.ZonedDateTime
  extra: Temporal.ZonedDateTime[]
  series: RRuleTemporal | null
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
  const clocksStandStill = !clocksChangeBetween(read.first, earliestMs, latestMs)
  return startsBetween(read, earliestMs, toMs).flatMap(({ start, byHand }) => {
    const originalStart = localTimeOf(start)
    if (!occursAt(rule, read, originalStart, byHand, context)) return []
    const startsAtMs = start.epochMilliseconds
    const endsAtMs = clocksStandStill ? startsAtMs + lengthMs : wallClockEndMs(start, rule.durationMinutes)
    return [{ startsAtMs, endsAtMs, originalStart }]
  })
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
  const standing = clocksChangeBetween(read.first, earliestMs, latestMs)
    ? null
    : Temporal.Instant.fromEpochMilliseconds(earliestMs).toZonedDateTimeISO(rule.timeZone).offsetNanoseconds / 1e6
  const momentOf = (local: LocalDateTime): number =>
    standing === null ? inZone(local, rule.timeZone).epochMilliseconds : Date.parse(`${local}:00Z`) - standing
  return startsBetween(read, earliestMs, latestMs).flatMap(({ start, byHand }) => {
    const local = localTimeOf(start)
    if (!occursAt(rule, read, local, byHand, context)) return []
    return spansOn(rule, local.slice(0, 10), context).map(({ start: from, end }) => ({
      startsAtMs: momentOf(from),
      endsAtMs: momentOf(end),
      originalStart: from,
    }))
  })
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
  if (!isKnownZone(rule.timeZone)) return { ok: false, problem: 'unknown-zone' }
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
    const series =
      rrule === null
        ? null
        : new RRuleTemporal({
            rruleString: `RRULE:${rrule}`,
            dtstart: first,
            temporal: Temporal,
            maxIterations: LIMITS[purpose],
          })
    const excluded = new Set(isDayRule(rule) ? rule.exdates.map((local) => local.slice(0, 10)) : rule.exdates)
    return { ok: true, rule: { first, extra, series, excluded } }
  } catch {
    return { ok: false, problem: 'unreadable' }
  }
}

/** Does the runtime know this IANA zone? */
export function isKnownZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
    return true
  } catch {
    return false
  }
}

function inZone(local: LocalDateTime, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone)
}

/** Local time, to the minute, of a start. */
export function localTimeOf(start: Temporal.ZonedDateTime): LocalDateTime {
  return new Date(start.epochMilliseconds + start.offsetNanoseconds / 1e6).toISOString().slice(0, 16)
}

function wallClockEndMs(start: Temporal.ZonedDateTime, minutes: number): number {
  return start.toPlainDateTime().add({ minutes }).toZonedDateTime(start.timeZoneId).epochMilliseconds
}

/** Asked once per rule, because it spares a calendar calculation for every occurrence where clocks never change. */
function clocksChangeBetween(zoned: Temporal.ZonedDateTime, fromMs: number, toMs: number): boolean {
  const from = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zoned.timeZoneId)
  const change = from.getTimeZoneTransition('next')
  return change !== null && change.epochMilliseconds <= toMs
}

function startsBetween(
  rule: ReadRule,
  fromMs: number,
  toMs: number,
): { start: Temporal.ZonedDateTime; byHand: boolean }[] {
  const ruled = rule.series === null ? [rule.first] : rule.series.between(new Date(fromMs), new Date(toMs), true)
  return [...ruled.map((start) => ({ start, byHand: false })), ...rule.extra.map((start) => ({ start, byHand: true }))]
}
