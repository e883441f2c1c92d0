import { FeedState, FeedTimetable, NewsList, WeatherReport } from '@akari/protocol'
import type { Keep } from '@akari/transit'
import { z } from 'zod'
import type { WeatherChoice } from './normalise/weather.ts'

/** What one address gave at a poll: bytes, nothing that could be had, or no such address. */
export type FedBytes = Uint8Array | 'nothing' | null

/** The moment of a poll crosses as Unix milliseconds. */
export type TransitTask = {
  kind: 'transit'
  feedId: string
  /** Where it comes from: of other addresses nothing is known yet. */
  addresses: string
  /** The stored timetable that it is joined to. */
  timetable: { sha256: string; path: string }
  vehicles: FedBytes
  trips: FedBytes
  alerts: FedBytes
  atMs: number
}
export type FeedTask =
  | TransitTask
  | { kind: 'weather'; forecast: Uint8Array; heat: Uint8Array | null; choice: WeatherChoice; atMs: number }
  | { kind: 'news'; body: Uint8Array; atMs: number }
  /** `keep` null: all of it. */
  | { kind: 'import'; path: string; keep: Keep | null; atMs: number }
export type FeedQuestion = { id: number; task: FeedTask }

/**
 * `faults`: what is wrong with which of the feeds, in few words; `isAnyGood`: at least one gave what it should. `data` is the text of a
 * TransitLive without notices: the server passes it on.
 */
export const TransitResult = z.object({
  state: FeedState,
  isAnyGood: z.boolean(),
  faults: z.array(z.string()),
  vehicles: z.int().nonnegative(),
  data: z.string(),
})
export type TransitResult = z.infer<typeof TransitResult>

export const WeatherResult = z.object({ report: WeatherReport, heatFault: z.string().nullable() })
export type WeatherResult = z.infer<typeof WeatherResult>

export const NewsResult = z.object({ list: NewsList, title: z.string(), hosts: z.array(z.string()) })
export type NewsResult = z.infer<typeof NewsResult>

/** What an import says of a timetable. */
export const TimetableReport = FeedTimetable.omit({
  importedAt: true,
  bytes: true,
  isExpired: true,
  isTooLarge: true,
  isBeingCut: true,
})
/** `document` is the text of a StoredTimetable, null where it is too large for displays; `choices` that of TimetableChoices. */
export const ImportResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), document: z.string().nullable(), choices: z.string(), report: TimetableReport }),
  z.object({ ok: z.literal(false), warnings: TimetableReport.shape.warnings }),
])
export type ImportResult = z.infer<typeof ImportResult>

export const FeedAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('transit'), id: z.int(), result: TransitResult }),
  z.object({ kind: z.literal('weather'), id: z.int(), result: WeatherResult }),
  z.object({ kind: z.literal('news'), id: z.int(), result: NewsResult }),
  z.object({ kind: z.literal('import'), id: z.int(), result: ImportResult }),
  /** The source gave something that it should not. */
  z.object({ kind: z.literal('refused'), id: z.int(), message: z.string() }),
  z.object({ kind: z.literal('failed'), id: z.int(), message: z.string() }),
])
export type FeedAnswer = z.infer<typeof FeedAnswer>
