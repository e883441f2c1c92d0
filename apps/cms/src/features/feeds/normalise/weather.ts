import type { HeatForecast, RainChance, WeatherDay, WeatherReport, WeekDay } from '@akari/protocol'
import { z } from 'zod'
import { FeedFault } from './feed-fault.ts'
import { tidy } from '../../plain-line.ts'

const Time = z.iso.datetime({ offset: true })
const Area = z.object({ area: z.object({ name: z.string().max(80), code: z.string().max(10) }) })
const words = z.array(z.string().max(400))
const Series = z.object({
  timeDefines: z.array(Time).max(60),
  areas: z
    .array(
      Area.extend({
        weatherCodes: words.optional(),
        weathers: words.optional(),
        winds: words.optional(),
        pops: words.optional(),
        temps: words.optional(),
        tempsMin: words.optional(),
        tempsMax: words.optional(),
        reliabilities: words.optional(),
      }),
    )
    .max(100),
})
type Series = z.infer<typeof Series>
type SeriesArea = Series['areas'][number]
const Part = z.object({
  publishingOffice: z.string().min(1).max(80),
  reportDatetime: Time,
  timeSeries: z.array(Series).min(1).max(6),
})
type Part = z.infer<typeof Part>
/** `bosai/forecast/data/forecast/{office}.json` of JMA: the forecast of three days, and that of the week. */
const Forecast = z.array(Part).min(1).max(4)

export type WeatherChoice = { office: string; area: string; place: string | null }

const SIX_HOURS_MS = 6 * 3600_000
/** A forecast from later than this knows nothing of the time. */
const MAY_BE_AHEAD_MS = 3600_000

/** What JMA forecasts for an area. Throws FeedFault for what is no such forecast, names no such area, or comes from the future. */
export function readForecast(bytes: Uint8Array, choice: WeatherChoice, at: Date): Omit<WeatherReport, 'heat'> {
  const parsed = Forecast.safeParse(jsonOf(bytes))
  if (!parsed.success) throw new FeedFault('not a forecast of JMA')
  const [near, far] = parsed.data
  if (near === undefined) throw new FeedFault('not a forecast of JMA')
  if (Date.parse(near.reportDatetime) > at.getTime() + MAY_BE_AHEAD_MS)
    throw new FeedFault('a forecast from the future')
  const sky = columnOf(near, choice.area, ({ weatherCodes }) => weatherCodes)
  if (sky === null) throw new FeedFault(`there is no area ${choice.area} in it`)
  const temperatures = columnOf(near, choice.place, ({ temps }) => temps)
  const rain = columnOf(near, choice.area, ({ pops }) => pops)
  return {
    kind: 'weather',
    office: choice.office,
    publisher: tidy(near.publishingOffice),
    area: tidy(sky.area.area.name),
    temperaturePlace: temperatures === null ? null : tidy(temperatures.area.area.name),
    publishedAt: near.reportDatetime,
    days: daysOf(sky, temperatures),
    rain: rain === null ? [] : rainOf(rain),
    week: far === undefined ? null : weekOf(far, choice),
  }
}

type Column = { times: string[]; area: SeriesArea }

/** The series in which areas have such values, and of it the area with this code; the first one where no code is given. */
function columnOf(part: Part, code: string | null, values: (area: SeriesArea) => unknown): Column | null {
  for (const { timeDefines, areas } of part.timeSeries) {
    const having = areas.filter((area) => values(area) !== undefined)
    const area = code === null ? having[0] : having.find((each) => each.area.code === code)
    if (area !== undefined) return { times: timeDefines, area }
  }
  return null
}

function daysOf({ times, area }: Column, temperatures: Column | null): WeatherDay[] {
  return times.slice(0, 4).flatMap((time, n): WeatherDay[] => {
    const [date, code] = [time.slice(0, 10), area.weatherCodes?.[n] ?? '']
    const text = tidy(area.weathers?.[n] ?? '')
    if (!/^\d{3}$/.test(code) || text === '') return []
    return [{ date, code, text, wind: tidy(area.winds?.[n] ?? '') || null, ...temperaturesOn(date, temperatures) }]
  })
}

/**
 * The low stands at midnight, the high at nine o'clock. Of a day that has begun the high is told twice, first at nine: its low is
 * past and is not told.
 */
function temperaturesOn(date: string, column: Column | null): { min: number | null; max: number | null } {
  const at = (hour: string) => column?.times.findIndex((time) => time.startsWith(`${date}T${hour}`)) ?? -1
  const [low, high] = [at('00'), at('09')]
  const told = (n: number) => celsius(column?.area.temps?.[n])
  return { min: low === -1 || (high !== -1 && high < low) ? null : told(low), max: high === -1 ? null : told(high) }
}

function rainOf({ times, area }: Column): RainChance[] {
  return times.flatMap((from, n): RainChance[] => {
    const percent = percentOf(area.pops?.[n])
    const until = times[n + 1] ?? new Date(Date.parse(from) + SIX_HOURS_MS).toISOString()
    return percent === null ? [] : [{ from, until, percent }]
  })
}

/** The week is foretold for larger areas in some prefectures; where neither area nor office is named, it is not this one's. */
function weekOf(part: Part, { area, office, place }: WeatherChoice): WeatherReport['week'] {
  const values = ({ weatherCodes }: SeriesArea) => weatherCodes
  const sky = columnOf(part, area, values) ?? columnOf(part, office, values)
  if (sky === null) return null
  const temperatures = columnOf(part, place, ({ tempsMax }) => tempsMax)
  const days = sky.times.slice(0, 10).flatMap((time, n): WeekDay[] => {
    const code = sky.area.weatherCodes?.[n] ?? ''
    if (!/^\d{3}$/.test(code)) return []
    const at = temperatures?.times.indexOf(time) ?? -1
    const reliability = sky.area.reliabilities?.[n]
    return [
      {
        date: time.slice(0, 10),
        code,
        rain: percentOf(sky.area.pops?.[n]),
        min: celsius(temperatures?.area.tempsMin?.[at]),
        max: celsius(temperatures?.area.tempsMax?.[at]),
        reliability: reliability === 'A' || reliability === 'B' || reliability === 'C' ? reliability : null,
      },
    ]
  })
  return { publishedAt: part.reportDatetime, days }
}

function celsius(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return value >= -60 && value <= 60 ? value : null
}

function percentOf(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isInteger(value) && value >= 0 && value <= 100 ? value : null
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new FeedFault('not JSON')
  }
}

/**
 * 暑さ指数予測値 of the Ministry of the Environment (`yohou_{place}.csv`): hours in the first row, then for each place its number, when
 * it was foretold, and tenths of a degree. Null where it holds nothing for this place that can be believed.
 */
export function readHeat(bytes: Uint8Array, place: string | null, at: Date): HeatForecast | null {
  const rows = new TextDecoder('utf-8')
    .decode(bytes)
    .split(/\r?\n/, 2000)
    .map((row) => row.split(',').map((cell) => cell.trim()))
  const [head = [], ...rest] = rows
  const row = rest.find(([number = '']) => (place === null ? /^\d{5}$/.test(number) : number === place))
  const published = /^(\d{4})\/(\d{2})\/(\d{2}) (\d{2}):(\d{2})$/.exec(row?.[1] ?? '')
  if (row === undefined || published === null) return null
  const [, year, month, day, hour, minute] = published
  const publishedAt = `${year}-${month}-${day}T${hour}:${minute}:00+09:00`
  const publishedMs = Date.parse(publishedAt)
  if (Number.isNaN(publishedMs) || publishedMs > at.getTime() + MAY_BE_AHEAD_MS) return null
  const hours = head.slice(0, 100).flatMap((cell, n) => {
    const time = /^(\d{4})(\d{2})(\d{2})(\d{2})$/.exec(cell)
    const tenths = /^-?\d{1,3}$/.test(row[n] ?? '') ? Number(row[n]) : Number.NaN
    if (time === null || n < 2 || !(tenths >= -200 && tenths <= 600)) return []
    // Hour 24 is the next day's midnight.
    const ms = Date.parse(`${time[1]}-${time[2]}-${time[3]}T00:00:00+09:00`) + Number(time[4]) * 3600_000
    return Number.isNaN(ms) ? [] : [{ at: new Date(ms).toISOString(), wbgt: tenths / 10 }]
  })
  return hours.length === 0
    ? null
    : { place: row[0] ?? '', publishedAt, attribution: '環境省熱中症予防情報サイト', hours }
}
