import type { LocalDate, RainChance, WeatherDay, WeatherReport, WeekDay } from '@akari/protocol'
import { daysAfter } from '../clock/month-leaf.ts'
import { localDay } from '../local-day.ts'

/** 降水確率 of some hours of one day; `percent` null where it was not foretold. */
export interface RainPeriod {
  /** Hours of the day, 0–24. */
  from: number
  until: number
  percent: number | null
  /** It is over by the clock on the wall. */
  isOver: boolean
}

export interface ForecastDay extends Omit<WeatherDay, 'text' | 'wind'> {
  /** As the forecaster wrote it; null where only the week tells this day. */
  text: string | null
  rain: readonly RainPeriod[]
}

/** What a report says of the days as the reader counts them. */
export interface Forecast {
  today: ForecastDay | null
  tomorrow: ForecastDay | null
  /** The days after tomorrow. */
  week: readonly WeekDay[]
}

const HOUR_MS = 3_600_000
const QUARTERS = [0, 6, 12, 18] as const

/**
 * The days of a report by their dates, never by their place in it: yesterday's forecast is nobody's today. What the week alone
 * tells of today or tomorrow fills in for what the forecast of the days leaves open.
 */
export function forecastAt(report: WeatherReport, nowMs: number, timeZone: string): Forecast {
  const today = localDay(nowMs, timeZone).date
  const tomorrow = daysAfter(today, 1)
  const week = report.week?.days ?? []
  return {
    today: dayOn(report, today, nowMs, timeZone),
    tomorrow: dayOn(report, tomorrow, nowMs, timeZone),
    week: week.filter(({ date }) => date > tomorrow).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

function dayOn(report: WeatherReport, date: LocalDate, nowMs: number, timeZone: string): ForecastDay | null {
  const told = report.days.find((day) => day.date === date)
  const inWeek = report.week?.days.find((day) => day.date === date)
  const code = told?.code ?? inWeek?.code
  if (code === undefined) return null
  const periods = rainPeriods(report.rain, date, nowMs, timeZone)
  const whole = inWeek === undefined || inWeek.rain === null ? [] : wholeDay(inWeek.rain)
  return {
    date,
    code,
    text: told?.text ?? null,
    min: told?.min ?? inWeek?.min ?? null,
    max: told?.max ?? inWeek?.max ?? null,
    rain: periods.length > 0 ? periods : whole,
  }
}

/** The four quarters of a day as far as the report tells them; none where it tells nothing of that day. */
export function rainPeriods(
  rain: readonly RainChance[],
  date: LocalDate,
  nowMs: number,
  timeZone: string,
): RainPeriod[] {
  const own = rain.flatMap(({ from, until, percent }) => {
    const starts = localDay(Date.parse(from), timeZone)
    const lastsHours = (Date.parse(until) - Date.parse(from)) / HOUR_MS
    return starts.date === date && lastsHours > 0 ? [{ from: starts.minutes / 60, lastsHours, until, percent }] : []
  })
  if (own.length === 0) return []
  const now = localDay(nowMs, timeZone)
  const isPast = (hour: number): boolean => date < now.date || (date === now.date && hour * 60 <= now.minutes)
  return QUARTERS.map((from) => {
    const told = own.find((one) => one.from <= from && from < one.from + one.lastsHours)
    return { from, until: from + 6, percent: told?.percent ?? null, isOver: isPast(from + 6) }
  })
}

function wholeDay(percent: number): RainPeriod[] {
  return [{ from: 0, until: 24, percent, isOver: false }]
}

/** The highest chance of what is left of a day; null where nothing is told. */
export function highestRain(rain: readonly RainPeriod[]): number | null {
  const left = rain.flatMap(({ percent, isOver }) => (percent === null || isOver ? [] : [percent]))
  return left.length === 0 ? null : Math.max(...left)
}
