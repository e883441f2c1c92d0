import type { FeedSnapshot, WeatherReport } from '@akari/protocol'

/** A forecast that nobody has confirmed for so long is called old; for so long, and it is not shown any more. */
const OLD_AFTER_MS = 3_600_000
const GONE_AFTER_MS = 3 * OLD_AFTER_MS
/** JMA publishes at 5, 11 and 17 o'clock: one of an earlier day is old however lately somebody asked for it. */
const PUBLISHED_OLD_AFTER_MS = 14 * OLD_AFTER_MS
/** A source's clock may be ahead of ours by a little. */
const AHEAD_MS = 60_000

/** What may be shown of a weather feed: a report, and since when nobody could confirm it where that is long ago. */
export type KnownWeather =
  | { kind: 'none' }
  | { kind: 'report'; report: WeatherReport; attribution: FeedSnapshot['attribution']; oldSince: string | null }

/** `nowMs` null: nobody knows the time, and so not whose today a forecast is for. */
export function knownWeather(snapshot: FeedSnapshot | null, nowMs: number | null): KnownWeather {
  const { data, checkedAt, attribution } = snapshot ?? { data: null, checkedAt: null, attribution: null }
  if (data?.kind !== 'weather' || checkedAt === null || attribution === null || nowMs === null) return { kind: 'none' }
  const sinceChecked = nowMs - Date.parse(checkedAt)
  const sincePublished = nowMs - Date.parse(data.publishedAt)
  if (sinceChecked > GONE_AFTER_MS || sinceChecked < -AHEAD_MS || sincePublished < -AHEAD_MS) return { kind: 'none' }
  if (sinceChecked > OLD_AFTER_MS) return { kind: 'report', report: data, attribution, oldSince: checkedAt }
  const oldSince = sincePublished > PUBLISHED_OLD_AFTER_MS ? data.publishedAt : null
  return { kind: 'report', report: data, attribution, oldSince }
}
