import { z } from 'zod'
import { Instant } from '../primitives.ts'
import { LocalDate } from '../programme-calendar.ts'

/** JMA's three-digit code of a forecast (天気予報用テロップ番号): `101` 晴れ時々曇り. Symbols and other languages follow from it. */
export const WeatherCode = z.string().regex(/^\d{3}$/)
export type WeatherCode = z.infer<typeof WeatherCode>

const celsius = z.number().min(-60).max(60)
const percent = z.int().min(0).max(100)
const words = z.string().min(1).max(200)

/** 今日・明日・明後日, as the forecaster wrote it. */
export const WeatherDay = z.object({
  date: LocalDate,
  code: WeatherCode,
  text: words,
  wind: words.nullable(),
  /** Null where this forecast does not tell it: in the afternoon the low of the morning is past. */
  min: celsius.nullable(),
  max: celsius.nullable(),
})
export type WeatherDay = z.infer<typeof WeatherDay>

/** 降水確率 of six hours. */
export const RainChance = z.object({ from: Instant, until: Instant, percent })
export type RainChance = z.infer<typeof RainChance>

export const WeekDay = z.object({
  date: LocalDate,
  code: WeatherCode,
  rain: percent.nullable(),
  min: celsius.nullable(),
  max: celsius.nullable(),
  /** 信頼度. */
  reliability: z.enum(['A', 'B', 'C']).nullable(),
})
export type WeekDay = z.infer<typeof WeekDay>

/** 暑さ指数 as the Ministry of the Environment foretells it for one place; its steps are 21, 25, 28, 31 and 33. */
export const HeatForecast = z.object({
  /** The station's number. */
  place: z.string().max(20),
  publishedAt: Instant,
  attribution: z.string().max(200),
  hours: z.array(z.object({ at: Instant, wbgt: z.number().min(-20).max(60) })).max(100),
})
export type HeatForecast = z.infer<typeof HeatForecast>

/** The forecast of one area (一次細分区域), as JMA published it. */
export const WeatherReport = z.object({
  kind: z.literal('weather'),
  /** 府県予報区 of JMA, `130000`; and who says so. */
  office: z.string().regex(/^\d{6}$/),
  publisher: words,
  area: words,
  /** Where the temperatures are foretold for. */
  temperaturePlace: words.nullable(),
  publishedAt: Instant,
  days: z.array(WeatherDay).min(1).max(4),
  rain: z.array(RainChance).max(20),
  week: z.object({ publishedAt: Instant, days: z.array(WeekDay).max(10) }).nullable(),
  /** Null where no source for it is set up, or none that can be read; it has its own date. */
  heat: HeatForecast.nullable(),
})
export type WeatherReport = z.infer<typeof WeatherReport>
