import type { Daypart, LocalDate, LocalDateTime, Programme, ScheduleRule, TimeRange } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'
import { type DayKindsOf, dayKindsOf, keepsTo, weekdayOf } from './calendar.ts'
import { type ZoneClocks, zoneClocks } from './zone-clocks.ts'

/** What of a programme its rules refer to. */
export type RuleContext = {
  dayKinds: DayKindsOf
  daypart: (id: string) => Daypart | undefined
  clocks: ZoneClocks
}

/** The context that a programme, or a part of one, gives its rules. */
export function ruleContext({ calendar, dayparts = [] }: Pick<Programme, 'calendar' | 'dayparts'>): RuleContext {
  const byId = new Map(dayparts.map((daypart) => [daypart.id, daypart]))
  return { dayKinds: dayKindsOf(calendar), daypart: (id) => byId.get(id), clocks: zoneClocks() }
}

/** Do date and recurrence give only the days of this rule, not the times? */
export function isDayRule(rule: ScheduleRule): boolean {
  return rule.daypartId !== undefined || rule.allDay === true
}

/** May an occurrence start on this local date? */
export function startsOn(rule: ScheduleRule, date: LocalDate, context: RuleContext): boolean {
  return isWithin(rule, date) && (rule.days === undefined || keepsTo(rule.days, context.dayKinds(date)))
}

/** Is this local date between the rule's first and last? */
export function isWithin({ from, until }: ScheduleRule, date: LocalDate): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until)
}

/** Local start and end of what a day rule shows on one of its days, in order. */
export function spansOn(
  rule: ScheduleRule,
  date: LocalDate,
  context: RuleContext,
): { start: LocalDateTime; end: LocalDateTime }[] {
  if (rule.daypartId === undefined) {
    const days = Math.max(1, Math.ceil(rule.durationMinutes / 1440))
    return [{ start: `${date}T00:00`, end: `${daysAfter(date, days)}T00:00` }]
  }
  const daypart = context.daypart(rule.daypartId)
  return daypart === undefined
    ? []
    : timesOn(daypart.times, daypart.exceptions, date).map((range) => spanOf(date, range))
}

/** The times of a weekday: its exception where there is one. */
export function timesOn(
  times: readonly TimeRange[],
  exceptions: Daypart['exceptions'],
  date: LocalDate,
): readonly TimeRange[] {
  const weekday = weekdayOf(date)
  return exceptions.find(({ weekdays }) => weekdays.includes(weekday))?.times ?? times
}

/** Local start and end of a range on its day; an end at or before the start is on the next day. */
export function spanOf(date: LocalDate, { start, end }: TimeRange): { start: LocalDateTime; end: LocalDateTime } {
  return { start: `${date}T${start}`, end: `${end <= start ? daysAfter(date, 1) : date}T${end}` }
}

/** How far before its window the start of a day rule's occurrence may lie, or after it, in days. */
export function reachInDays(rule: ScheduleRule): number {
  return rule.daypartId === undefined ? Math.max(1, Math.ceil(rule.durationMinutes / 1440)) + 1 : 3
}

/** The series of a day rule runs at noon, which no clock change skips; an UNTIL names its local day. */
export function asDaySeries(rule: ScheduleRule): { start: LocalDateTime; rrule: string | null } {
  const rrule =
    rule.rrule
      ?.split(';')
      .filter((part) => !/^BY(HOUR|MINUTE)=/.test(part))
      .map((part) => localUntil(part, rule.timeZone))
      .join(';') ?? null
  return { start: `${rule.start.slice(0, 10)}T12:00`, rrule }
}

function localUntil(part: string, timeZone: string): string {
  const utc = /^UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(part)
  if (utc === null) return part
  const [, year, month, day, hour, minute, second] = utc
  const moment = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return `UNTIL=${moment.toZonedDateTimeISO(timeZone).toPlainDate().toString().replaceAll('-', '')}`
}

function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
