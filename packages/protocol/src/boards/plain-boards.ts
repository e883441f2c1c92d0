import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'
import { OperatingHours } from '../programme-layers.ts'

export const WeatherScene = z.object({ kind: z.literal('weather'), title: Texts, feedId: Id })
export type WeatherScene = z.infer<typeof WeatherScene>

/** `most` headlines; as many as there is room for when left out. */
export const NewsScene = z.object({
  kind: z.literal('news'),
  title: Texts,
  feedId: Id,
  most: z.int().min(1).max(20).optional(),
})
export type NewsScene = z.infer<typeof NewsScene>

/** IEEE 802.11: a name of 1–32 bytes, a passphrase of 8–63 printable ASCII letters. */
const ssid = z
  .string()
  .min(1)
  .max(32)
  .refine((name) => utf8Bytes(name) <= 32, broken('networkName'))

export const WifiScene = z.object({
  kind: z.literal('wifi'),
  title: Texts,
  ssid,
  /** Null: open to all, without a password. */
  password: z
    .string()
    .regex(/^[\x20-\x7e]{8,63}$/)
    .nullable(),
  /** How to join, one step each. */
  steps: z.array(Texts).max(6),
  note: Texts.optional(),
  /** This place opens 00000JAPAN in a disaster: the board turns into it when the alerts in force say so. */
  disasterNetwork: z.boolean(),
})
export type WifiScene = z.infer<typeof WifiScene>

export const ClockScene = z.object({
  kind: z.literal('clock'),
  title: Texts,
  face: z.enum(['digital', 'analogue']),
  /** With the month, its holidays and the days that the city hall is closed. */
  calendar: z.boolean(),
})
export type ClockScene = z.infer<typeof ClockScene>

/** A meeting or event in the building. */
export const TodayEvent = z.object({
  id: Id,
  name: Texts,
  place: Texts.optional(),
  startsAt: Instant,
  endsAt: Instant.nullable(),
})
export type TodayEvent = z.infer<typeof TodayEvent>

/** 今日の市役所. When the counters are open; `Programme.calendar` says which kind of day today is. */
export const TodayScene = z.object({
  kind: z.literal('today'),
  title: Texts,
  hours: OperatingHours,
  note: Texts.optional(),
  events: z.array(TodayEvent).max(200),
})
export type TodayScene = z.infer<typeof TodayScene>

function utf8Bytes(text: string): number {
  const lengths = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  return lengths.reduce((sum, code) => sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4), 0)
}
