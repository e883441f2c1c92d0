import type { ScheduleRule } from '@akari/protocol'
import { addDays, toInstant, toLocal, weekdayOf } from '../../parts/local-time.ts'

/** RFC 5545 §3.3.10 names, Monday first as in the calendar. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A rule as staff write it. `to` not after `from` means the next day; the same time means a whole day. */
export type RuleForm = {
  repeats: 'once' | 'weekly'
  startDay: string
  from: string
  to: string
  days: readonly Weekday[]
  untilDay: string | null
}

const DAY_MINUTES = 24 * 60

/** Is it a name of a weekday? */
export function isWeekday(value: string): value is Weekday {
  return WEEKDAYS.some((day) => day === value)
}

/** Minutes from `from` to `to`, over midnight where `to` is not later. */
export function minutesBetween(from: string, to: string): number {
  const minutes = minutesOf(to) - minutesOf(from)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

/** Does it end on the day after it starts? */
export function endsNextDay({ from, to }: Pick<RuleForm, 'from' | 'to'>): boolean {
  return minutesOf(from) + minutesBetween(from, to) > DAY_MINUTES
}

/**
 * The rule that the form says. A weekly series starts on the first of its weekdays, because RFC 5545 §3.8.5.3 counts
 * DTSTART as an occurrence whatever BYDAY says. `keep`: exceptions of the rule that is edited; they stay.
 */
export function ruleFromForm(
  form: RuleForm,
  timeZone: string,
  keep: Pick<ScheduleRule, 'exdates' | 'rdates'>,
): ScheduleRule {
  const weekly = form.repeats === 'weekly' && form.days.length > 0
  const startDay = weekly ? firstOf(form.startDay, form.days) : form.startDay
  return {
    start: `${startDay}T${form.from}`,
    durationMinutes: minutesBetween(form.from, form.to),
    timeZone,
    rrule: weekly ? rruleOf(form, timeZone) : null,
    exdates: [...keep.exdates],
    rdates: [...keep.rdates],
  }
}

/** The form that says a rule; null for a rule this form has no words for (it must not be rewritten then). */
export function formFromRule(rule: ScheduleRule): RuleForm | null {
  const [startDay = '', from = ''] = rule.start.split('T')
  if (rule.durationMinutes > DAY_MINUTES) return null
  const times = { startDay, from, to: clockAfter(from, rule.durationMinutes) }
  const weekday = WEEKDAYS[weekdayOf(startDay)] ?? 'MO'
  if (rule.rrule === null) return { ...times, repeats: 'once', days: [weekday], untilDay: null }
  const parts = new Map(
    rule.rrule.split(';').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
  const days = daysOf(parts, weekday)
  const known = ['FREQ', 'BYDAY', 'UNTIL', 'INTERVAL', 'WKST']
  if (days === null || [...parts.keys()].some((name) => !known.includes(name))) return null
  if ((parts.get('INTERVAL') ?? '1') !== '1') return null
  return { ...times, repeats: 'weekly', days, untilDay: untilDayOf(parts.get('UNTIL'), rule.timeZone) }
}

/** What a new entry starts with: working days of the city hall, 8:30 to 17:15. */
export function newRuleForm(startDay: string, from = '08:30', to = '17:15'): RuleForm {
  return { repeats: 'weekly', startDay, from, to, days: ['MO', 'TU', 'WE', 'TH', 'FR'], untilDay: null }
}

/** The rule without one of its occurrences, named by its original start. */
export function without(rule: ScheduleRule, originalStart: string): ScheduleRule {
  return { ...rule, exdates: [...new Set([...rule.exdates, originalStart])].sort() }
}

function daysOf(parts: ReadonlyMap<string, string>, weekdayOfStart: Weekday): readonly Weekday[] | null {
  const byDay = parts.get('BYDAY')
  switch (parts.get('FREQ') ?? '') {
    case 'DAILY':
      return byDay === undefined ? WEEKDAYS : null
    case 'WEEKLY': {
      const named = byDay === undefined ? [weekdayOfStart] : byDay.split(',')
      return named.every(isWeekday) ? WEEKDAYS.filter((day) => named.includes(day)) : null
    }
    default:
      return null
  }
}

function rruleOf({ days, untilDay }: RuleForm, timeZone: string): string {
  const byDay = WEEKDAYS.filter((day) => days.includes(day)).join(',')
  const base = `FREQ=WEEKLY;BYDAY=${byDay}`
  if (untilDay === null) return base
  // RFC 5545 §3.3.10: UNTIL is in UTC when DTSTART has a zone; the last minute of that day in the city's zone.
  const last = toInstant(`${untilDay}T23:59`, timeZone).replaceAll(/[-:]|\.\d+/g, '')
  return `${base};UNTIL=${last}`
}

function untilDayOf(until: string | undefined, timeZone: string): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}Z)?$/.exec(until ?? '')
  if (found === null) return null
  const [, year = '', month = '', day = '', hour, minute] = found
  if (hour === undefined) return `${year}-${month}-${day}`
  return toLocal(`${year}-${month}-${day}T${hour}:${minute ?? '00'}:00Z`, timeZone).slice(0, 10)
}

function firstOf(startDay: string, days: readonly Weekday[]): string {
  const named = days.map((day) => WEEKDAYS.indexOf(day))
  const ahead = [0, 1, 2, 3, 4, 5, 6].find((later) => named.includes((weekdayOf(startDay) + later) % 7)) ?? 0
  return addDays(startDay, ahead)
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function clockAfter(from: string, minutes: number): string {
  const at = (minutesOf(from) + minutes) % DAY_MINUTES
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
