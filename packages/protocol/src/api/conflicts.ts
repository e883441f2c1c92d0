import { z } from 'zod'
import { Id, Instant, LocalDateTime } from '../primitives.ts'
import { OnHigher } from '../programme.ts'
import { EntryInput } from './content.ts'

/** One occurrence of an entry. `conditional`: it waits for a value of the outside world, so it may not be shown after all. */
export const ConflictSide = z.object({
  entryId: Id,
  originalStart: LocalDateTime,
  conditional: z.literal(true).optional(),
})
export type ConflictSide = z.infer<typeof ConflictSide>

/** Gives way to a higher priority, or does not come back after one (`never`). `onHigher` says what becomes of it. */
export const ConflictBehind = ConflictSide.extend({ because: z.enum(['priority', 'dropped']), onHigher: OnHigher })
export type ConflictBehind = z.infer<typeof ConflictBehind>

/** A stretch of time in which several entries are due on a display, who of them is shown there, and why the others are not. */
export const ScheduleConflict = z.object({
  /** Half open. */
  from: Instant,
  to: Instant,
  /** The displays on which it is so. */
  displayIds: z.array(Id),
  /** The whole glass, or the line beside it. */
  part: z.enum(['glass', 'line']),
  /** The highest priority: one alone, or several that take turns in this order. Empty: all that is due was dropped. */
  shown: z.array(ConflictSide),
  behind: z.array(ConflictBehind),
  /** Interrupts that get an item in now and then; `share` (0–1) of the time, scaled where they ask for more than all of it. */
  mixed: z.array(ConflictSide.extend({ share: z.number() })),
})
export type ScheduleConflict = z.infer<typeof ScheduleConflict>

/** An entry that is due in the span, but never seen on these displays: `by` others. */
export const HiddenEntry = z.object({ entryId: Id, displayIds: z.array(Id), by: z.array(Id) })
export type HiddenEntry = z.infer<typeof HiddenEntry>

export const ScheduleConflicts = z.object({ conflicts: z.array(ScheduleConflict), hidden: z.array(HiddenEntry) })
export type ScheduleConflicts = z.infer<typeof ScheduleConflicts>

/** At most 62 days. */
export const ConflictsQuery = z.object({ from: Instant, to: Instant })
export type ConflictsQuery = z.infer<typeof ConflictsQuery>

/** An entry that is not saved yet; `id` where it is to replace one. Its conflicts are looked for between `from` and `to`. */
export const ScheduleCheck = ConflictsQuery.extend({ id: Id.nullable(), entry: EntryInput })
export type ScheduleCheck = z.infer<typeof ScheduleCheck>

/** What is wrong with it (`refused`: it cannot be saved so), a sentence in both languages; and what it would get in the way of. */
export const ScheduleCheckResult = ScheduleConflicts.extend({
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['refused', 'warning']),
      text: z.object({ ja: z.string(), en: z.string() }),
    }),
  ),
})
export type ScheduleCheckResult = z.infer<typeof ScheduleCheckResult>
