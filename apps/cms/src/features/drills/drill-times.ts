import { checkRule, occurrences } from '@akari/programme'
import { DRILL_WEEKDAYS, type DrillWhen, type Holiday, type Instant, type ScheduleRule } from '@akari/protocol'

const DAY_MS = 86_400_000
/** A monthly drill whose days are all closed ones for longer than this never comes. */
const AHEAD_MS = 400 * DAY_MS
/** 年末年始の閉庁日, as month and day. */
const NEW_YEAR: readonly string[] = ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03']

type Calendar = { timeZone: string; holidays: readonly Holiday[] }

/** The rule that packages/programme follows; null where only a person starts the drill. */
export function ruleOf(when: DrillWhen, timeZone: string, from: Instant): ScheduleRule | null {
  const rule = { durationMinutes: 1, timeZone, exdates: [], rdates: [] }
  switch (when.kind) {
    case 'byHand':
      return null
    case 'once':
      return { ...rule, start: when.at, rrule: null }
    case 'monthly': {
      // RFC 5545 §3.8.5.3 counts DTSTART as an occurrence whatever BYDAY says: it has to be one.
      const day = dayOf(localDate(from, timeZone).slice(0, 7), when.nth, when.weekday)
      const rrule = `FREQ=MONTHLY;BYDAY=${when.nth}${when.weekday}`
      return { ...rule, start: `${day}T${when.time}`, rrule }
    }
  }
}

/** Why a plan with such times would never run; null when it will. */
export function neverRuns(when: DrillWhen, calendar: Calendar, now: Instant): boolean {
  const rule = ruleOf(when, calendar.timeZone, now)
  return rule !== null && (!checkRule(rule).ok || nextStart(when, calendar, now, new Set()) === null)
}

/** The first start after a moment, those left out not counted; null when there is none. */
export function nextStart(
  when: DrillWhen,
  calendar: Calendar,
  after: Instant,
  skipped: ReadonlySet<Instant>,
): Instant | null {
  const rule = ruleOf(when, calendar.timeZone, after)
  if (rule === null) return null
  const until = new Date(Date.parse(after) + AHEAD_MS).toISOString()
  const fits = ({ startsAt }: { startsAt: Instant }) =>
    Date.parse(startsAt) > Date.parse(after) && !skipped.has(startsAt) && isOpen(when, calendar, startsAt)
  return occurrences(rule, after, until).find(fits)?.startsAt ?? null
}

/** May this occurrence be held, by the calendar as it is known now? */
export function isOpen(when: DrillWhen, { timeZone, holidays }: Calendar, at: Instant): boolean {
  if (when.kind !== 'monthly' || !when.skipClosedDays) return true
  const date = localDate(at, timeZone)
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return !NEW_YEAR.includes(date.slice(5)) && !holidays.some((holiday) => holiday.date === date)
}

/** The calendar day of a moment, `YYYY-MM-DD`. */
export function localDate(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))
}

/** The wall clock of a moment, `HH:mm`. */
export function localTime(at: Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return format.format(new Date(at))
}

function dayOf(month: string, nth: number, weekday: (typeof DRILL_WEEKDAYS)[number]): string {
  const wanted = (DRILL_WEEKDAYS.indexOf(weekday) + 1) % 7
  const first = new Date(`${month}-01T00:00:00Z`)
  const firstDay = 1 + ((wanted - first.getUTCDay() + 7) % 7)
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const day = nth > 0 ? firstDay + (nth - 1) * 7 : firstDay + 7 * Math.floor((days - firstDay) / 7)
  return `${month}-${String(day).padStart(2, '0')}`
}
