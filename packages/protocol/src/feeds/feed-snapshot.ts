import { z } from 'zod'
import { CaptionsLive } from '../council/captions-live.ts'
import { SittingLive } from '../council/sitting-live.ts'
import { Texts } from '../language.ts'
import { Id, Instant, Revision } from '../primitives.ts'
import { NewsList } from './news-list.ts'
import { TransitLive } from './transit-live.ts'
import { WeatherReport } from './weather-report.ts'

/** Whose data it is, in words that a board shows; with its licence. */
export const FeedAttribution = z.object({
  text: Texts,
  licence: z.string().min(1).max(120).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
})
export type FeedAttribution = z.infer<typeof FeedAttribution>

/**
 * `ok`; `empty`: the source works and has nothing to say (no bus at night); `down`: it does not answer, or not with what it
 * should; `mismatch`: live data of another timetable; `frozen`: it repeats itself, nothing in it is new.
 */
export const FeedState = z.enum(['ok', 'empty', 'down', 'mismatch', 'frozen'])
export type FeedState = z.infer<typeof FeedState>

/**
 * What the CMS made of a source's last good answers, whole and numbered: the higher revision of a feed wins. While the source is
 * down the last good data stay, and `checkedAt` with them; nothing here is fresher than it says.
 */
export const FeedSnapshot = z.object({
  feedId: Id,
  revision: Revision,
  /** When the source last gave something good; null: never. */
  checkedAt: Instant.nullable(),
  state: FeedState,
  attribution: FeedAttribution,
  /** Null while nothing was ever good, and where staff switched the feed off. */
  data: z.discriminatedUnion('kind', [TransitLive, WeatherReport, NewsList, SittingLive, CaptionsLive]).nullable(),
})
export type FeedSnapshot = z.infer<typeof FeedSnapshot>

/** Kinds of sources of the outside world. */
export const FEED_KINDS = ['transit', 'weather', 'news'] as const
export const FeedKind = z.enum(FEED_KINDS)
export type FeedKind = z.infer<typeof FeedKind>

/** So many feeds a programme shows at most. */
export const MOST_FEEDS = 50

/** All that a display needs to know of the feeds of its programme; takes the place of whatever it had. */
export const FeedSnapshots = z.object({ feeds: z.array(FeedSnapshot).max(MOST_FEEDS) })
export type FeedSnapshots = z.infer<typeof FeedSnapshots>

/** The same before each is read by itself: one that a display does not understand takes none of the others along. */
export const NamedFeeds = z.object({ feeds: z.array(z.looseObject({ feedId: Id })).max(MOST_FEEDS) })
