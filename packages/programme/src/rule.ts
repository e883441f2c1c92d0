import type { Instant, LocalDateTime, ScheduleRule } from '@akari/protocol'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { isReadableRrule } from './recurrence-parts.ts'
import { instantOf, msOf } from './time.ts'

/** One time a rule comes round. `originalStart` names it for good: local time in the rule's zone. */
export type Occurrence = { startsAt: Instant; endsAt: Instant; originalStart: LocalDateTime }

/** The same in Unix milliseconds, as the resolver calculates. */
export type TimedOccurrence = { startsAtMs: number; endsAtMs: number; originalStart: LocalDateTime }

export type RuleProblem = 'never-occurs' | 'unknown-zone' | 'unreadable'

/** Periods the library may look through for one answer: bounds what a hopeless rule can cost (saving: some 100 ms). */
const LIMITS = { following: 10_000, saving: 2_000 } as const

type Series = RRuleTemporal
type ReadRule = { first: Temporal.ZonedDateTime; extra: Temporal.ZonedDateTime[]; series: Series | null }

/** Clock changes move a wall-clock end by an hour, a zone that skips a day by a day: how far back a window may reach more. */
const CLOCK_CHANGE_MS = 26 * 3_600_000

/**
 * The occurrences of a rule that overlap `[from, to)`, sorted. Their length is counted on the wall clock, so that 22:00–06:00
 * ends at 06:00 and a whole day at midnight whatever the clocks do. Starts that a clock change skips do not occur
 * (RFC 5545 §3.3.10); a start that happens twice is the earlier one. A rule that cannot be read gives none: see checkRule.
 */
export function occurrences(rule: ScheduleRule, from: Instant, to: Instant): Occurrence[] {
  const expanded = expand(rule, msOf(from), msOf(to))
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
): { ok: true; occurrences: TimedOccurrence[] } | { ok: false; problem: RuleProblem } {
  const read = readRule(rule, 'following')
  if (!read.ok) return read
  try {
    const lengthMs = rule.durationMinutes * 60_000
    const [earliestMs, latestMs] = [fromMs - lengthMs - CLOCK_CHANGE_MS, toMs + lengthMs + CLOCK_CHANGE_MS]
    const clocksStandStill = fromMs < toMs && !clocksChangeBetween(read.rule.first, earliestMs, latestMs)
    const starts = fromMs < toMs ? startsBetween(read.rule, earliestMs, toMs) : []
    const excluded = new Set(rule.exdates)
    const found = new Map<number, TimedOccurrence>()
    for (const start of starts) {
      const originalStart = localTimeOf(start)
      if (excluded.has(originalStart)) continue
      const startsAtMs = start.epochMilliseconds
      const endsAtMs = clocksStandStill ? startsAtMs + lengthMs : wallClockEndMs(start, rule.durationMinutes)
      if (startsAtMs < toMs && endsAtMs > fromMs) found.set(startsAtMs, { startsAtMs, endsAtMs, originalStart })
    }
    return { ok: true, occurrences: [...found.values()].sort((a, b) => a.startsAtMs - b.startsAtMs) }
  } catch {
    return { ok: false, problem: 'unreadable' }
  }
}

/** May this rule be saved? Finds what would never show anything before staff wonder why. */
export function checkRule(rule: ScheduleRule): { ok: true } | { ok: false; problem: RuleProblem } {
  const read = readRule(rule, 'saving')
  if (!read.ok) return read
  return occursEver(rule, read.rule) ? { ok: true } : { ok: false, problem: 'never-occurs' }
}

function readRule(
  rule: ScheduleRule,
  purpose: keyof typeof LIMITS,
): { ok: true; rule: ReadRule } | { ok: false; problem: RuleProblem } {
  if (!isKnownZone(rule.timeZone)) return { ok: false, problem: 'unknown-zone' }
  if (rule.rrule !== null && !isReadableRrule(rule.rrule)) return { ok: false, problem: 'unreadable' }
  try {
    const first = inZone(rule.start, rule.timeZone)
    const extra = rule.rdates.map((local) => inZone(local, rule.timeZone))
    for (const local of rule.exdates) inZone(local, rule.timeZone)
    const series =
      rule.rrule === null
        ? null
        : new RRuleTemporal({
            rruleString: `RRULE:${rule.rrule}`,
            dtstart: first,
            temporal: Temporal,
            maxIterations: LIMITS[purpose],
          })
    return { ok: true, rule: { first, extra, series } }
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

function localTimeOf(start: Temporal.ZonedDateTime): LocalDateTime {
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

function startsBetween(rule: ReadRule, fromMs: number, toMs: number): Temporal.ZonedDateTime[] {
  const ruled = rule.series === null ? [rule.first] : rule.series.between(new Date(fromMs), new Date(toMs), true)
  return [...ruled, ...rule.extra]
}

function occursEver(rule: ScheduleRule, read: ReadRule): boolean {
  const excluded = new Set(rule.exdates)
  const counts = (start: Temporal.ZonedDateTime) => !excluded.has(localTimeOf(start))
  if (read.extra.some(counts)) return true
  if (read.series === null) return counts(read.first)
  try {
    let found = false
    read.series.all((start) => {
      found = counts(start)
      return !found
    })
    return found
  } catch {
    return false
  }
}
