import { z } from 'zod'
import { Id, Instant } from '../primitives.ts'
import { GroupName } from '../programme.ts'
import { Daypart, OfficeCalendar } from '../programme-calendar.ts'
import { OperatingHours, ProgrammeTakeover, SoundHours } from '../programme-layers.ts'
import { SentWay } from '../sent-way.ts'
import { EntryTargets } from './targets.ts'

/** A write with an old `version` is refused (409); 0 for what is new. */
const version = z.int().nonnegative()

/** 時間帯: times of day under a name. `usedIn` are the entries that keep to it; while there are any it cannot be deleted. */
export const DaypartInput = Daypart.omit({ id: true }).extend({ version })
export type DaypartInput = z.infer<typeof DaypartInput>
export const DaypartView = DaypartInput.extend({
  id: Id,
  usedIn: z.array(z.object({ entryId: Id, name: z.string() })),
  updatedAt: Instant,
})
export type DaypartView = z.infer<typeof DaypartView>

/** What staff say of the days of the city hall; 祝日 come by themselves. */
export const OfficeDaysInput = OfficeCalendar.omit({ holidays: true }).extend({ version })
export type OfficeDaysInput = z.infer<typeof OfficeDaysInput>
/** `updatedAt` null: as every city hall has it, until somebody changes it. */
export const OfficeDaysView = OfficeDaysInput.extend({ updatedAt: Instant.nullable() })
export type OfficeDaysView = z.infer<typeof OfficeDaysView>

/** Whose operating hours: one display's or those of a group. */
export const HoursOf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('display'), displayId: Id }),
  z.object({ kind: z.literal('group'), group: GroupName }),
])
export type HoursOf = z.infer<typeof HoursOf>

/**
 * 運用時間. A display follows its own; without any, those of its group; of several groups the one with the smaller `position`,
 * then by name. Without either it is always on.
 */
export const HoursInput = z.object({
  of: HoursOf,
  position: z.int().min(0).max(1000).default(0),
  hours: OperatingHours,
  version,
})
export type HoursInput = z.infer<typeof HoursInput>
export const HoursView = HoursInput.extend({ id: Id, updatedAt: Instant })
export type HoursView = z.infer<typeof HoursView>

/**
 * 音を出す時間 as staff set them, for the displays that `targets` reach. Of several whose times it is the one with the smaller
 * `position` counts, then by name.
 */
export const SoundHoursInput = SoundHours.omit({ id: true }).extend({
  targets: EntryTargets,
  position: z.int().min(0).max(1000).default(0),
  version,
})
export type SoundHoursInput = z.infer<typeof SoundHoursInput>
export const SoundHoursView = SoundHoursInput.extend({ id: Id, updatedAt: Instant })
export type SoundHoursView = z.infer<typeof SoundHoursView>

/** 割込み: a playlist before everything but an emergency, at once. `startsAt` null: now. */
export const TakeoverInput = z.object({
  name: ProgrammeTakeover.shape.name,
  playlistId: Id,
  targets: EntryTargets,
  startsAt: Instant.nullable(),
  endsAt: Instant,
  noticeSeconds: ProgrammeTakeover.shape.noticeSeconds,
})
export type TakeoverInput = z.infer<typeof TakeoverInput>
/** Another end: later, or earlier. */
export const TakeoverPatch = z.object({ endsAt: Instant, version })
export type TakeoverPatch = z.infer<typeof TakeoverPatch>
export const TakeoverView = TakeoverInput.extend({
  id: Id,
  startsAt: Instant,
  playlistName: z.string(),
  /** What it shows where it is a way that somebody sent to a display; null: a playlist. */
  way: SentWay.nullable(),
  state: z.enum(['planned', 'running', 'ended']),
  startedBy: z.string(),
  startedAt: Instant,
  /** Who ended it before its time; null: nobody. */
  endedBy: z.string().nullable(),
  version,
})
export type TakeoverView = z.infer<typeof TakeoverView>
