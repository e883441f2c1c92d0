import type { Conflicting, Reachable } from '@akari/programme'
import type { Daypart, Id, Instant, OfficeCalendar, ScheduleConflicts } from '@akari/protocol'

/** Which entries get in each other's way; `about`: only what one of them has to do with. */
export type ConflictsJob = {
  entries: readonly Conflicting[]
  displays: readonly Reachable[]
  from: Instant
  to: Instant
  calendar: OfficeCalendar | undefined
  dayparts: Daypart[] | undefined
  about: Id | null
}

export type ConflictsAnswer = { found: ScheduleConflicts }
