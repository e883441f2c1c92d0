import { z } from 'zod'
import { broken } from './field-rule.ts'
import { BOARD_SCENES } from './boards/board-scene.ts'
import { MOST_FEEDS } from './feeds/feed-snapshot.ts'
import { ProgrammeArchive } from './council/kiosk-archive.ts'
import { SittingScene } from './council/sitting-scene.ts'
import { FileRef } from './file-ref.ts'
import { Language, LanguageBeside, Texts } from './language.ts'
import { ValueName } from './live-values.ts'
import { Id, Instant, LocalDateTime, Revision } from './primitives.ts'
import { PosterContent } from './poster.ts'
import { Daypart, DayFilter, LocalDate, OfficeCalendar } from './programme-calendar.ts'
import { MOST_SOUND_HOURS, OperatingHours, ProgrammeTakeover, SoundHours } from './programme-layers.ts'
import { MOST_CLOSURES, WayClosure } from './venue-guide.ts'
import { SentWay } from './sent-way.ts'
import { ZoneArea, zonesApart } from './zone-area.ts'

/** A place in a picture: fractions of its width and height from the upper left corner. */
export const PicturePoint = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
export type PicturePoint = z.infer<typeof PicturePoint>

/** One file for one language; `language: null` serves every language that has no variant of its own. */
export const MediaVariant = z.object({
  language: Language.nullable(),
  file: FileRef,
  width: z.int().positive(),
  height: z.int().positive(),
  /** The picture fills its place, and what does not fit is cut off around this point; the whole picture when left out. */
  focus: PicturePoint.optional(),
})
export type MediaVariant = z.infer<typeof MediaVariant>

const variants = z.array(MediaVariant).min(1)
/** What is to be seen, for those who do not see it; the title serves when left out. */
const alternativeText = Texts.optional()

/** What has the glass, or a zone of a layout, to itself. */
export const SingleScene = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('image'), title: Texts, alt: alternativeText, variants }),
  z.object({ kind: z.literal('video'), title: Texts, alt: alternativeText, variants, poster: FileRef.nullable() }),
  /** `venue` is a Venue document (venue.ts) of the content set. */
  z.object({ kind: z.literal('floorMap'), title: Texts, venue: FileRef, levelId: Id }),
  z.object({ kind: z.literal('live'), title: Texts, streamId: Id }),
  z.object({ kind: z.literal('notice'), title: Texts, body: Texts }),
  z.object({ kind: z.literal('poster'), title: Texts, poster: PosterContent, picture: variants.optional() }),
  SentWay.extend({ kind: z.literal('way') }),
  SittingScene,
  ...BOARD_SCENES,
])
export type SingleScene = z.infer<typeof SingleScene>

/**
 * A part of the glass with a life of its own: a playlist of the programme, of which layouts are left out, or one scene. A zone
 * never holds a layout.
 */
export const LayoutZone = z.object({
  id: Id,
  area: ZoneArea,
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('playlist'), playlistId: Id }),
    z.object({ kind: z.literal('scene'), scene: SingleScene }),
  ]),
})
export type LayoutZone = z.infer<typeof LayoutZone>

const zones = zonesApart(LayoutZone)

/**
 * The glass shared among zones, drawn for a wide glass, for a tall one or for both. Where only the other shape was drawn, the
 * zones follow from it (`zonesFor` of packages/programme).
 */
export const LayoutScene = z
  .object({ kind: z.literal('layout'), title: Texts, landscape: zones.optional(), portrait: zones.optional() })
  .refine(({ landscape, portrait }) => landscape !== undefined || portrait !== undefined, {
    path: ['landscape'],
    ...broken('wideOrTall'),
  })
export type LayoutScene = z.infer<typeof LayoutScene>

/** What can fill the glass in everyday operation. */
export const SceneContent = z.discriminatedUnion('kind', [...SingleScene.options, LayoutScene])
export type SceneContent = z.infer<typeof SceneContent>

export const PlaylistItem = z.object({
  id: Id,
  seconds: z
    .number()
    .min(1)
    .max(24 * 3600),
  scene: SceneContent,
  /** Outside this time the item is skipped, whatever the playlist. */
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  /** Its turns in one pass, spread evenly over it; 1 when left out. */
  weight: z.int().min(1).max(10).optional(),
  /** 音を出さない: never heard, whatever the sound hours say. */
  silent: z.boolean().optional(),
})
export type PlaylistItem = z.infer<typeof PlaylistItem>

export const Playlist = z.object({
  id: Id,
  name: z.string().min(1).max(120),
  items: z.array(PlaylistItem).max(500),
  /** 同期: its place follows from the time of day alone, so that all displays that play it show the same. */
  sync: z.boolean().optional(),
  /** One item a pass, the next one in the next pass: for playlists that take turns with others. */
  campaign: z.boolean().optional(),
  /** How one item gives way to the next; a fade when left out. */
  transition: z.enum(['fade', 'cut']).optional(),
})
export type Playlist = z.infer<typeof Playlist>

/** Named in place of numbers; later in the list wins. 通常・やや高い・高い・至急・最優先 */
export const PRIORITIES = ['normal', 'raised', 'high', 'urgent', 'top'] as const
export const Priority = z.enum(PRIORITIES)
export type Priority = z.infer<typeof Priority>

/**
 * When a playlist is shown: a rule, never a list of windows. `start` is local time in `timeZone`; `rrule` is the value of
 * an RFC 5545 §3.3.10 RRULE without DTSTART, or null for once. `exdates` name the original starts that are left out,
 * so that editing a series never brings them back; of an all-day rule and one with a daypart they name the day.
 */
export const ScheduleRule = z.object({
  start: LocalDateTime,
  durationMinutes: z
    .int()
    .min(1)
    .max(7 * 24 * 60),
  timeZone: z.string().min(1).max(64),
  rrule: z.string().max(500).nullable(),
  exdates: z.array(LocalDateTime).max(1000),
  rdates: z.array(LocalDateTime).max(1000),
  /** Whole local days: the time of `start` does not count, the duration is rounded up to days. */
  allDay: z.boolean().optional(),
  /** A daypart of the programme: date and recurrence then give the days, the daypart the times. */
  daypartId: Id.optional(),
  /** Keeps to some days of the calendar; `rdates`, which somebody named by hand, are kept all the same. */
  days: DayFilter.optional(),
  /** First and last local date on which it may start. */
  from: LocalDate.optional(),
  until: LocalDate.optional(),
})
export type ScheduleRule = z.infer<typeof ScheduleRule>

/**
 * How an entry takes part: `scheduled` for the whole of its windows, or `interrupt`, an item now and then for a share of the
 * time that it is due, spread evenly, whatever else is scheduled. Shares of more than everything are scaled down together.
 */
export const EntryRole = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scheduled') }),
  z.object({
    kind: z.literal('interrupt'),
    share: z.union([
      z.object({ secondsPerHour: z.number().positive().max(3600) }),
      z.object({ percent: z.number().positive().max(100) }),
    ]),
    /** Plays in one hour of the clock (UTC); null: as many as the share gives. */
    maxPlaysPerHour: z.int().min(1).max(3600).nullable().default(null),
  }),
  /** Its playlist runs as a line beside whatever is scheduled or the default. */
  z.object({ kind: z.literal('overlay') }),
])
export type EntryRole = z.infer<typeof EntryRole>

/**
 * A condition on a value of the outside world (`alert-level`, `weather`, `temperature`, `bus-service`, …). One that nobody
 * told, or that is too old, meets no condition.
 */
export const EntryCondition = z.object({
  value: ValueName,
  is: z.union([
    z.object({ atLeast: z.number() }),
    z.object({ atMost: z.number() }),
    z.object({ equals: z.union([z.number(), z.string().max(80)]) }),
    z.object({ oneOf: z.array(z.union([z.number(), z.string().max(80)])).max(50) }),
  ]),
})
export type EntryCondition = z.infer<typeof EntryCondition>

/**
 * What becomes of an entry when one of higher priority begins. `stop`: cut at once, afterwards where the clock says; `pause`:
 * it goes on where it was, as if that time had not passed; `defer`: the higher one waits until the item on the glass has
 * ended, ten minutes at most; `never`: what is left of its window is not shown any more.
 */
export const OnHigher = z.enum(['stop', 'pause', 'defer', 'never'])
export type OnHigher = z.infer<typeof OnHigher>

export const ScheduleEntry = z.object({
  id: Id,
  name: z.string().min(1).max(120),
  playlistId: Id,
  priority: Priority,
  rule: ScheduleRule,
  /** Entries of one priority that are due together take turns: the smaller number first. 0 when left out. */
  order: z.int().min(-1000).max(1000).optional(),
  /** Scheduled when left out. */
  role: EntryRole.optional(),
  /** All of them must be met; none when left out. */
  conditions: z.array(EntryCondition).max(10).optional(),
  /** `stop` when left out. */
  onHigher: OnHigher.optional(),
  /** 音を出さない: nothing of it is heard, whatever the sound hours say. */
  silent: z.boolean().optional(),
})
export type ScheduleEntry = z.infer<typeof ScheduleEntry>

export const Stream = z.object({ id: Id, title: Texts, url: z.url({ protocol: /^https?$/ }) })
export type Stream = z.infer<typeof Stream>

/** Displays that belong together for staff, e.g. `ロビー`, `屋外`. */
export const GroupName = z.string().trim().min(1).max(40)
export type GroupName = z.infer<typeof GroupName>

/** What the screen must know of the device it is on. */
export const DisplayProfile = z.object({
  name: z.string().min(1).max(80),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** Millimetres per physical pixel and the distance people read from: sizes on the glass follow from both. */
  mmPerPx: z.number().positive().max(20),
  viewingDistanceM: z.number().positive().max(50),
  touch: z.boolean(),
  /** Millimetres from the floor to the lower edge of the glass: what a wheelchair reaches follows from it. */
  mountHeightMm: z.int().min(0).max(5000).optional(),
  /** Where this display stands in the venue (an IMDF kiosk id), for 現在地. */
  kioskId: Id.nullable(),
  groups: z.array(GroupName).max(20).optional(),
  /**
   * What stands beside Japanese while nobody chose a language: a sitting's captions and what is told of it. In this order, none when empty;
   * null, or left out: whatever it is written in.
   */
  languagesBeside: z
    .array(LanguageBeside)
    .refine((all) => new Set(all).size === all.length, broken('eachOnce'))
    .nullable()
    .optional(),
})
export type DisplayProfile = z.infer<typeof DisplayProfile>

/**
 * A feed that a board of the programme shows. `timetable` is its StoredTimetable document (timetable.ts), laid on whenever the
 * operator publishes a new one; left out where it has none (weather, news) or none yet.
 */
export const ProgrammeFeed = z.object({ feedId: Id, timetable: FileRef.optional() })
export type ProgrammeFeed = z.infer<typeof ProgrammeFeed>

/**
 * What one display is to show: rules, playlists and the list of files, compiled by the CMS on publication. What is optional
 * stays out where nobody uses it, so that a programme's bytes, and with them its revision, change only with what is shown.
 * `docs/programme-format.md` describes it for people.
 */
export const Programme = z.object({
  format: z.literal(1),
  displayId: Id,
  revision: Revision,
  publishedAt: Instant,
  city: Texts,
  timeZone: z.string(),
  display: DisplayProfile,
  playlists: z.array(Playlist),
  entries: z.array(ScheduleEntry),
  defaultPlaylistId: Id.nullable(),
  streams: z.array(Stream),
  calendar: OfficeCalendar.optional(),
  dayparts: z.array(Daypart).max(200).optional(),
  /** Null, or left out: always on. */
  hours: OperatingHours.nullable().optional(),
  /** The first whose times it is says how loud it is; outside all of them, and when left out, it is silent. */
  sound: z.array(SoundHours).max(MOST_SOUND_HOURS).optional(),
  takeovers: z.array(ProgrammeTakeover).max(100).optional(),
  /** Without a touch for this long a visit is over; 60 s when left out. */
  visitSeconds: z.int().min(10).max(3600).optional(),
  /** The VenueGuide document (venue-guide.ts) of the building this display stands in. */
  guide: FileRef.optional(),
  /** What cannot be passed in that building now or soon; part of every way out. */
  closures: z.array(WayClosure).max(MOST_CLOSURES).optional(),
  /** Where visitors' phones reach the CMS, for ways taken along by QR; left out where they do not. */
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** What boards show of the outside world; `feeds.state` tells the display what is in them. */
  feeds: z.array(ProgrammeFeed).max(MOST_FEEDS).optional(),
  /** Recorded sittings, for displays that visitors touch. */
  archive: ProgrammeArchive.optional(),
  /** Every file that the guide, a feed or any scene names, and the list of the archive; the set is activated only when all are on disk. */
  files: z.array(FileRef),
})
export type Programme = z.infer<typeof Programme>
