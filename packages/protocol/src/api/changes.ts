import { z } from 'zod'
import { Texts } from '../language.ts'
import { Id, Instant, Sha256 } from '../primitives.ts'
import { Priority, ScheduleRule } from '../programme.ts'

/** What about an entry is different. `other`: something this version has no word for; never left out. */
export const EntryField = z.enum([
  'name',
  'playlist',
  'priority',
  'rule',
  'order',
  'role',
  'conditions',
  'onHigher',
  'sound',
  'other',
])
export type EntryField = z.infer<typeof EntryField>
export const PlaylistField = z.enum(['name', 'sync', 'campaign', 'transition', 'other'])
export type PlaylistField = z.infer<typeof PlaylistField>
export const ItemField = z.enum(['scene', 'seconds', 'validity', 'weight', 'sound', 'other'])
export type ItemField = z.infer<typeof ItemField>
export const TakeoverField = z.enum(['name', 'playlist', 'time', 'other'])
export type TakeoverField = z.infer<typeof TakeoverField>
/** What concerns the display as a whole. `first`: it had nothing published before. */
export const SettingField = z.enum([
  'first',
  'display',
  'default',
  'hours',
  'sound',
  'dayparts',
  'streams',
  'visit',
  'guide',
  'closures',
  'city',
  'other',
])
export type SettingField = z.infer<typeof SettingField>

/** An entry in the words that people plan by. */
export const EntryFacts = z.object({ name: z.string(), playlist: z.string(), priority: Priority, rule: ScheduleRule })
export type EntryFacts = z.infer<typeof EntryFacts>

const How = z.enum(['added', 'removed', 'changed'])
const Picture = Sha256.nullable()

export const ItemChange = z.object({
  id: Id,
  how: z.enum(['added', 'removed', 'changed', 'moved']),
  title: Texts,
  fields: z.array(ItemField),
  /** Places in the playlist, from 1. */
  from: z.int().nullable(),
  to: z.int().nullable(),
  /** The picture of it then and now, a file of the content set. */
  before: Picture,
  after: Picture,
})
export type ItemChange = z.infer<typeof ItemChange>

/** A day of the calendar that became something or stopped being it. */
export const CalendarDay = z.object({
  part: z.enum(['closedWeekday', 'holiday', 'closedDate', 'openDate', 'yearEnd']),
  how: z.enum(['added', 'removed']),
  /** A weekday (`SA`), a date, or for the year end its first and last day (`12-29/01-03`). */
  day: z.string(),
  /** Of a holiday. */
  name: z.string().optional(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** One thing that is different between two programmes of a display. */
export const ProgrammeChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entry'),
    how: How,
    id: Id,
    fields: z.array(EntryField),
    before: EntryFacts.nullable(),
    after: EntryFacts.nullable(),
  }),
  z.object({
    kind: z.literal('playlist'),
    how: How,
    id: Id,
    name: z.string(),
    fields: z.array(PlaylistField),
    items: z.array(ItemChange),
  }),
  z.object({
    kind: z.literal('takeover'),
    how: How,
    id: Id,
    name: z.string(),
    fields: z.array(TakeoverField),
    startsAt: Instant,
    endsAt: Instant,
  }),
  z.object({ kind: z.literal('calendar'), days: z.array(CalendarDay).min(1) }),
  z.object({ kind: z.literal('setting'), field: SettingField }),
])
export type ProgrammeChange = z.infer<typeof ProgrammeChange>

/** Displays that change alike, told once. */
export const ChangeGroup = z.object({
  displays: z.array(z.object({ displayId: Id, name: z.string() })).min(1),
  changes: z.array(ProgrammeChange).min(1),
})
export type ChangeGroup = z.infer<typeof ChangeGroup>
