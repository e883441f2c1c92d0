import type { DayKind, LocalDate, LocalTime, ScheduleRule } from '@akari/protocol'
import { addDays, toLocal } from '../local-time.ts'
import { partsOf, repetitionOf, rruleOf } from './read-rrule.ts'
import { firstDayOf, type Repetition } from './repetition.ts'

/** Times of a day. `over`: midnights between `from` and `to`; `days` of an all-day entry. */
export type Times =
  | { kind: 'clock'; from: LocalTime; to: LocalTime; over: number }
  | { kind: 'allDay'; days: number }
  | { kind: 'daypart'; id: string }

/** A rule as staff think of it: on which days, when, which days not, and until when. */
export type Plan = {
  repetition: Repetition
  /** Where the series is counted from. */
  startDay: LocalDate
  /** Later than `startDay` where the series began earlier than it is shown; else null. */
  from: LocalDate | null
  until: LocalDate | null
  count: number | null
  times: Times
  only: readonly DayKind[] | null
  except: readonly DayKind[]
}

const DAY_MINUTES = 24 * 60

/** What a new entry starts with: working days of the city hall, 8:30 to 17:15. */
export function newPlan(startDay: LocalDate): Plan {
  return {
    repetition: { kind: 'weekly', every: 1, days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
    startDay,
    from: null,
    until: null,
    count: null,
    times: { kind: 'clock', from: '08:30', to: '17:15', over: 0 },
    only: null,
    except: [],
  }
}

/** The plan that a rule is; null for a rule that no plan says (it must not be rewritten then). */
export function planOf(rule: ScheduleRule): Plan | null {
  const startDay = rule.start.slice(0, 10)
  const repetition = rule.rrule === null ? ({ kind: 'once' } as const) : repetitionOf(rule.rrule, startDay)
  if (repetition === null) return null
  const parts = partsOf(rule.rrule ?? '')
  const ends = [rule.until, lastDayOf(parts.get('UNTIL'), rule)].filter((day) => day != null)
  const plan: Plan = {
    repetition,
    startDay,
    from: null,
    until: ends.sort()[0] ?? null,
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    times: timesOf(rule),
    only: rule.days?.only ?? null,
    except: rule.days?.except ?? [],
  }
  return rule.from !== undefined && rule.from > startDay ? startingOn(plan, rule.from) : plan
}

/**
 * The rule that a plan says. A series starts on the first of its days, because RFC 5545 §3.8.5.3 counts DTSTART as an
 * occurrence whatever the RRULE says. `keep`: exceptions of the rule that is edited; they stay.
 */
export function ruleOf(
  plan: Plan,
  timeZone: string,
  keep: Pick<ScheduleRule, 'exdates' | 'rdates'> = { exdates: [], rdates: [] },
): ScheduleRule {
  const { times, only, except, from, until } = plan
  const day = firstDayOf(plan.repetition, plan.startDay)
  return {
    start: `${day}T${times.kind === 'clock' ? times.from : '00:00'}`,
    durationMinutes: minutesOf(times),
    timeZone,
    rrule: rruleOf(plan.repetition, plan.count),
    exdates: [...keep.exdates],
    rdates: [...keep.rdates],
    ...(times.kind === 'allDay' && { allDay: true }),
    ...(times.kind === 'daypart' && { daypartId: times.id }),
    ...((only !== null || except.length > 0) && {
      days: { only: only === null ? null : [...only], except: [...except] },
    }),
    ...(from !== null && from > day && { from }),
    ...(until !== null && { until }),
  }
}

/** The first day of which staff speak. */
export function firstDay(plan: Plan): LocalDate {
  return plan.from ?? plan.startDay
}

/** The plan from another first day on. Every second week stays the same weeks: their count goes on from the old start. */
export function startingOn(plan: Plan, day: LocalDate): Plan {
  return countsFromStart(plan) && day > plan.startDay ? { ...plan, from: day } : { ...plan, startDay: day, from: null }
}

/** Would another first day change which days are counted? */
function countsFromStart({ repetition, count }: Plan): boolean {
  return count !== null || ('every' in repetition && repetition.every > 1)
}

/** Minutes of a day's times; of a daypart, which has its own, one day. */
export function minutesOf(times: Times): number {
  switch (times.kind) {
    case 'clock':
      return clockMinutes(times.to) - clockMinutes(times.from) + times.over * DAY_MINUTES
    case 'allDay':
      return times.days * DAY_MINUTES
    case 'daypart':
      return DAY_MINUTES
  }
}

/** Times from a local time for some minutes. */
export function clockTimes(from: LocalTime, minutes: number): Times {
  const end = clockMinutes(from) + minutes
  const [hours, rest] = [Math.floor((end % DAY_MINUTES) / 60), end % 60]
  const to = `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
  return { kind: 'clock', from, to, over: Math.floor(end / DAY_MINUTES) }
}

/** Times from one clock to another: over midnight where that is not later; the same twice is a whole day. */
export function fromTo(from: LocalTime, to: LocalTime): Times {
  return { kind: 'clock', from, to, over: to > from ? 0 : 1 }
}

export function clockMinutes(time: LocalTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function timesOf({ start, durationMinutes, allDay, daypartId }: ScheduleRule): Times {
  if (daypartId !== undefined) return { kind: 'daypart', id: daypartId }
  if (allDay === true) return { kind: 'allDay', days: Math.ceil(durationMinutes / DAY_MINUTES) }
  return clockTimes(start.slice(11), durationMinutes)
}

/** The last local day on which a series with this UNTIL starts (RFC 5545 §3.3.10: a date, or a moment in UTC). */
function lastDayOf(until: string | undefined, { start, timeZone, allDay, daypartId }: ScheduleRule): LocalDate | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}Z)?$/.exec(until ?? '')
  if (found === null) return null
  const [, year = '', month = '', day = '', hour, minute] = found
  if (hour === undefined) return `${year}-${month}-${day}`
  const local = toLocal(`${year}-${month}-${day}T${hour}:${minute ?? '00'}:00Z`, timeZone)
  const last = local.slice(0, 10)
  const byDays = allDay === true || daypartId !== undefined
  return !byDays && local.slice(11) < start.slice(11) ? addDays(last, -1) : last
}
