import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { FeedAttribution, FeedKind, FeedSnapshot, FeedState } from '../feeds/feed-snapshot.ts'
import { NewsItem } from '../feeds/news-list.ts'
import { MOST_NOTICES, TransitNotice } from '../feeds/transit-live.ts'
import { Id, Instant } from '../primitives.ts'
import { TransitName, TransitPlace, TransitRoute } from '../timetable.ts'

/** An address of the outside world. Name and password in it are refused: what is secret goes into `key`, and is never told again. */
const address = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), broken('noNameInAddress'))
const transitId = z.string().min(1).max(200)

/** Where the key goes in a request: a parameter of the address, or a header. */
const keyPlace = z.object({ in: z.enum(['query', 'header']), name: z.string().regex(/^[A-Za-z0-9:_.-]{1,60}$/) })
/** `value` left out: as it was. */
export const FeedKeyInput = keyPlace.extend({
  value: z
    .string()
    .regex(/^[\x21-\x7e]{1,300}$/)
    .optional(),
})
export const FeedKeyView = keyPlace.extend({ isSet: z.boolean() })

/**
 * Addresses and choices by kind. `timetable`: a GTFS archive that is fetched every night; null where staff upload it. `routes` and
 * `stops` are what is kept of it (all when both are empty). `office` and `area` are JMA's (`130000`, `130010`), `place` the station
 * of the temperatures (`44132`); `heat` is a forecast of the Ministry of the Environment (`yohou_44132.csv`).
 */
export const FeedSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('transit'),
    timetable: address.nullable(),
    vehicles: address.nullable(),
    trips: address.nullable(),
    alerts: address.nullable(),
    routes: z.array(transitId).max(300),
    stops: z.array(transitId).max(300),
  }),
  z.object({
    kind: z.literal('weather'),
    forecast: address,
    office: z.string().regex(/^\d{6}$/),
    area: z.string().regex(/^\d{6}$/),
    place: z
      .string()
      .regex(/^\d{5}$/)
      .nullable(),
    heat: address.nullable(),
  }),
  z.object({ kind: z.literal('news'), news: address }),
])
export type FeedSource = z.infer<typeof FeedSource>

/** Between two polls, by kind: the least that is polite to the source, and what is usual. Seconds. */
export const FEED_SECONDS = {
  transit: { least: 10, usual: 20 },
  weather: { least: 120, usual: 600 },
  news: { least: 60, usual: 600 },
} as const satisfies Record<FeedKind, { least: number; usual: number }>

const settings = {
  name: z.string().trim().min(1).max(80),
  source: FeedSource,
  everySeconds: z.int().min(10).max(86_400),
  attribution: FeedAttribution,
  version: z.int().nonnegative(),
}
/** `version` 0 for a new one. A key is kept only as long as the hosts it goes to are the same. */
export const FeedInput = z
  .object({ ...settings, key: FeedKeyInput.nullable() })
  .refine(({ source, everySeconds }) => everySeconds >= FEED_SECONDS[source.kind].least, {
    path: ['everySeconds'],
    ...broken('politePolling'),
  })
export type FeedInput = z.infer<typeof FeedInput>

/** How its source is. `waiting`: not asked yet; `quarantined`: what it says now is held back, displays have what it said before. */
export const FeedHealth = z.object({
  state: z.enum([...FeedState.options, 'waiting', 'quarantined', 'off']),
  /** When it last gave something good, was last asked, and is asked next. */
  checkedAt: Instant.nullable(),
  askedAt: Instant.nullable(),
  nextAt: Instant.nullable(),
  /** In a row. */
  failures: z.int().nonnegative(),
  lastError: z.object({ at: Instant, message: z.string().max(400) }).nullable(),
  /** What its last good answer held: vehicles, items, days. */
  counted: z.int().nonnegative().nullable(),
})
export type FeedHealth = z.infer<typeof FeedHealth>

/** What is known of the timetable that boards use; `validTo` is the last day it is good for. */
export const FeedTimetable = z.object({
  importedAt: Instant,
  bytes: z.int().nonnegative(),
  /** More than a display should hold: boards have none of it until routes or stops are chosen. */
  isTooLarge: z.boolean(),
  /** Other routes or stops were chosen, and boards will have those: what is told here is of the choice before. */
  isBeingCut: z.boolean(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  isExpired: z.boolean(),
  languages: z.array(z.string()),
  routes: z.int().nonnegative(),
  stops: z.int().nonnegative(),
  trips: z.int().nonnegative(),
  warnings: z.array(z.object({ code: z.string(), text: z.object({ ja: z.string(), en: z.string() }) })).max(100),
})
export type FeedTimetable = z.infer<typeof FeedTimetable>

/** Why news are held back: they changed so much at once that a person looks first. */
export const QuarantineReason = z.enum(['all-new', 'renamed', 'elsewhere', 'other-script', 'flood'])
export type QuarantineReason = z.infer<typeof QuarantineReason>

/** `seen` goes back with the release, so that nobody releases what they have not looked at. */
export const FeedQuarantine = z.object({
  since: Instant,
  reasons: z.array(QuarantineReason).min(1),
  items: z.array(NewsItem),
  seen: z.string(),
})
export type FeedQuarantine = z.infer<typeof FeedQuarantine>

export const FeedView = z.object({
  id: Id,
  ...settings,
  key: FeedKeyView.nullable(),
  on: z.boolean(),
  updatedAt: Instant,
  health: FeedHealth,
  /** Of a transit feed; null: none yet. */
  timetable: FeedTimetable.nullable(),
  quarantine: FeedQuarantine.nullable(),
  notices: z.array(TransitNotice),
})
export type FeedView = z.infer<typeof FeedView>

/** Which feed a source that is tried is to be, so that its key and timetable are used; left out: a new one. */
export const FeedTrial = z.object({ of: Id.optional() })
/** What a source said when it was tried: `data` as displays would get it, `faults` in few words. */
export const FeedTried = z.object({
  state: FeedHealth.shape.state,
  faults: z.array(z.string()),
  counted: FeedHealth.shape.counted,
  data: FeedSnapshot.shape.data,
})
export type FeedTried = z.infer<typeof FeedTried>

export const FeedSwitch = z.object({ on: z.boolean() })
export const FeedRelease = z.object({ seen: z.string().max(100) })
/** All notices of a feed take the place of those before; on the displays at once. `version` is the feed's. */
export const FeedNoticesInput = z.object({
  notices: z.array(TransitNotice).max(MOST_NOTICES),
  version: z.int().positive(),
})
export type FeedNoticesInput = z.infer<typeof FeedNoticesInput>
/** With which query an archive is sent; it is the body, as `application/octet-stream`. */
export const TimetableUpload = z.object({ version: z.coerce.number().int().positive() })

/** All routes and stops of a feed's archive, also those that are not kept: to choose from. */
export const TimetableChoices = z.object({
  routes: z.array(
    TransitRoute.pick({ id: true, name: true, longName: true, agency: true, colour: true }).extend({ trips: z.int() }),
  ),
  stops: z.array(
    z.object({
      id: z.string(),
      name: TransitName,
      place: TransitPlace.nullable(),
      /** Of a station: none of its own, its platforms are listed under it. */
      parent: z.string().nullable(),
      platform: z.string().nullable(),
      /** Ids of the routes that call there. */
      routes: z.array(z.string()),
    }),
  ),
})
export type TimetableChoices = z.infer<typeof TimetableChoices>
