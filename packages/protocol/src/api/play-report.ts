import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { Id, Instant } from '../primitives.ts'
import { Shown } from '../plays.ts'

const Day = z.iso.date()
/** A report covers two years at most. */
export const MOST_REPORT_DAYS = 731

export const PlayReportBy = z.enum(['subject', 'display', 'day'])
export type PlayReportBy = z.infer<typeof PlayReportBy>

/** Days of the city's calendar, both included. A play counts for the day on which it began. */
export const PlayReportQuery = z
  .object({ from: Day, to: Day, by: PlayReportBy.default('subject'), display: Id.optional() })
  .refine(({ from, to }) => from <= to && (Date.parse(to) - Date.parse(from)) / 86_400_000 < MOST_REPORT_DAYS, {
    path: ['to'],
    ...broken('orderedDays'),
  })
export type PlayReportQuery = z.infer<typeof PlayReportQuery>

/** How often, by how it ended (see PlayEnding), and for how long altogether. */
export const PlaySums = z.object({
  whole: z.int().nonnegative(),
  cut: z.int().nonnegative(),
  lost: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  seconds: z.number().nonnegative(),
})
export type PlaySums = z.infer<typeof PlaySums>

/** `key`: day, display id, or subject; `kind` and `title` only for a subject, `title` empty for what is no item. */
export const PlayReportRow = PlaySums.extend({
  key: z.string(),
  kind: z.enum(Shown.options.map((option) => option.shape.kind.value)).nullable(),
  title: z.string(),
  displays: z.int().nonnegative(),
})
export type PlayReportRow = z.infer<typeof PlayReportRow>

/** Something that could not be shown. */
export const PlayFailure = z.object({
  displayId: Id,
  at: Instant,
  title: z.string(),
  code: z.string(),
  detail: z.string(),
})
export type PlayFailure = z.infer<typeof PlayFailure>

/** Rows by day in order of days, others by time on the glass, longest first. Failures: the newest, of those still kept. */
export const PlaysReport = z.object({
  rows: z.array(PlayReportRow),
  sum: PlaySums,
  failures: z.array(PlayFailure),
})
export type PlaysReport = z.infer<typeof PlaysReport>
