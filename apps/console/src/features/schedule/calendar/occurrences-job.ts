import type { Daypart, Id, Instant, Occurrence, OfficeCalendar, ScheduleRule } from '@akari/protocol'

/** What the page asks of the worker beside it. A key names rule, span and context, so that an answer can be kept. */
export type Job = {
  /** A later one is larger. */
  job: number
  /** What the keys of this job begin with. */
  scope: string
  rules: readonly { key: string; entryId: Id; rule: ScheduleRule }[]
  from: Instant
  to: Instant
  calendar: OfficeCalendar | undefined
  dayparts: Daypart[] | undefined
}

/** A part of what it found; several follow each other. */
export type Answer = { scope: string; found: readonly { key: string; occurrences: readonly Occurrence[] }[] }
