import { dayOf, momentOf, monthOf, written } from './days.ts'

/** The sky of one invented day: a weather code and its words as in the forecasts of the Japan Meteorological Agency. */
type Sky = { code: string; text: string; wind: string; rain: number }

const SKIES: readonly Sky[] = [
  { code: '101', text: '晴れ　時々　くもり', wind: '北の風', rain: 10 },
  { code: '100', text: '晴れ', wind: '北の風　後　南の風', rain: 0 },
  { code: '110', text: '晴れ　後　くもり', wind: '南の風', rain: 20 },
  { code: '212', text: 'くもり　後　雨', wind: '南の風　やや強く', rain: 60 },
  { code: '300', text: '雨', wind: '東の風', rain: 80 },
  { code: '201', text: 'くもり　時々　晴れ', wind: '北の風', rain: 20 },
  { code: '200', text: 'くもり', wind: '北東の風', rain: 30 },
  { code: '202', text: 'くもり　一時　雨', wind: '南の風', rain: 50 },
  { code: '111', text: '晴れ　後　くもり', wind: '南の風', rain: 10 },
]
/** Usual highest and lowest temperature of each month, in °C. */
const USUAL: readonly (readonly [max: number, min: number])[] = [
  [10, 0],
  [11, 1],
  [14, 4],
  [19, 9],
  [24, 14],
  [26, 19],
  [30, 23],
  [32, 24],
  [27, 20],
  [22, 14],
  [17, 8],
  [12, 3],
]
const AREA = { name: 'あかり地方（見本）', code: '990010' }
const POINT = { name: 'あかり（見本）', code: '99001' }
const OFFICE = 'あかり気象台（見本）'
const REPORT_HOURS = [17, 11, 5]
const DAYS_AHEAD = 7

/**
 * An invented forecast in the form of the agency's `bosai/forecast/data/forecast/*.json`, as it would stand at this moment (Unix
 * time in milliseconds): reports at 5, 11 and 17 o'clock, the week by the last one at 11 or 17. One day has one sky, whoever asks.
 */
export function sampleForecast(epochMs: number): unknown {
  const report = lastReport(epochMs, REPORT_HOURS)
  return [comingDays(report), comingWeek(lastReport(epochMs, [17, 11]))]
}

function lastReport(epochMs: number, hours: readonly number[]): number {
  const today = dayOf(epochMs)
  const moments = [today, today - 1].flatMap((day) => hours.map((hour) => momentOf(day, hour)))
  return moments.find((moment) => moment <= epochMs) ?? epochMs
}

function comingDays(report: number) {
  const today = dayOf(report)
  const hour = (report - momentOf(today, 0)) / 3_600_000
  const days = [today, today + 1, ...(hour === 5 ? [] : [today + 2])]
  const quarters = [today, today + 1]
    .flatMap((day) => [0, 6, 12, 18].map((start) => ({ day, start })))
    .filter(({ day, start }) => day > today || start > hour)
  const temperatures = [
    ...(hour === 17 ? [] : [momentOf(today, 9), momentOf(today, 0)].map((at) => ({ at, value: usual(today).max }))),
    { at: momentOf(today + 1, 0), value: usual(today + 1).min },
    { at: momentOf(today + 1, 9), value: usual(today + 1).max },
  ]
  return {
    publishingOffice: OFFICE,
    reportDatetime: written(report),
    timeSeries: [
      {
        timeDefines: days.map((day) => written(day === today ? report : momentOf(day, 0))),
        areas: [
          {
            area: AREA,
            weatherCodes: days.map((day) => skyOf(day).code),
            weathers: days.map((day) => skyOf(day).text),
            winds: days.map((day) => skyOf(day).wind),
          },
        ],
      },
      {
        timeDefines: quarters.map(({ day, start }) => written(momentOf(day, start))),
        areas: [{ area: AREA, pops: quarters.map(({ day, start }) => String(rainOf(day, start))) }],
      },
      {
        timeDefines: temperatures.map(({ at }) => written(at)),
        areas: [{ area: POINT, temps: temperatures.map(({ value }) => String(value)) }],
      },
    ],
  }
}

/** Of the first day of a week the agency leaves out what the forecast for the coming days says better. */
function comingWeek(report: number) {
  const days = Array.from({ length: DAYS_AHEAD }, (_, n) => dayOf(report) + 1 + n)
  const fromSecond = (told: (day: number, ahead: number) => string | number) =>
    days.map((day, n) => (n === 0 ? '' : String(told(day, n))))
  const timeDefines = days.map((day) => written(momentOf(day, 0)))
  return {
    publishingOffice: OFFICE,
    reportDatetime: written(report),
    timeSeries: [
      {
        timeDefines,
        areas: [
          {
            area: AREA,
            weatherCodes: days.map((day) => skyOf(day).code),
            pops: fromSecond((day) => skyOf(day).rain),
            reliabilities: fromSecond((_, ahead) => (ahead < 3 ? 'A' : ahead < 5 ? 'B' : 'C')),
          },
        ],
      },
      {
        timeDefines,
        areas: [
          {
            area: POINT,
            tempsMin: fromSecond((day) => usual(day).min),
            tempsMinUpper: fromSecond((day, ahead) => usual(day).min + Math.ceil(ahead / 2)),
            tempsMinLower: fromSecond((day, ahead) => usual(day).min - Math.ceil(ahead / 2)),
            tempsMax: fromSecond((day) => usual(day).max),
            tempsMaxUpper: fromSecond((day, ahead) => usual(day).max + Math.ceil(ahead / 2)),
            tempsMaxLower: fromSecond((day, ahead) => usual(day).max - Math.ceil(ahead / 2)),
          },
        ],
      },
    ],
    tempAverage: {
      areas: [{ area: POINT, min: String(usual(days[0] ?? 0).min), max: String(usual(days[0] ?? 0).max) }],
    },
    precipAverage: { areas: [{ area: POINT, min: '6.2', max: '24.1' }] },
  }
}

function skyOf(day: number): Sky {
  return SKIES[day % SKIES.length] ?? { code: '200', text: 'くもり', wind: '北の風', rain: 30 }
}

/** Chance of rain in the six hours from `start` on: most of it where the day's sky has it. */
function rainOf(day: number, start: number): number {
  const { rain } = skyOf(day)
  return Math.min(90, Math.max(0, rain - (start < 12 ? 20 : 0)))
}

/** Around what is usual in the month, two degrees up or down; rainy days are cooler. */
function usual(day: number): { max: number; min: number } {
  const [max, min] = USUAL[monthOf(day)] ?? [20, 10]
  const drift = ((day * 7) % 5) - 2
  const { rain } = skyOf(day)
  return { max: max + drift - (rain >= 60 ? 4 : 0), min: min + drift + (rain >= 60 ? 1 : 0) }
}
