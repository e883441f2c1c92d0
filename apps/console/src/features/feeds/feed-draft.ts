import { FEED_SECONDS, type FeedInput, type FeedKind, type FeedView } from '@akari/protocol'

/** JMA's forecast of an office, as its own pages fetch it. */
const forecastOf = (office: string): string => `https://www.jma.go.jp/bosai/forecast/data/forecast/${office}.json`

/** A source of this kind before somebody says where it is. */
export function blankFeed(kind: FeedKind): FeedSettings {
  return {
    name: '',
    source: blankSource(kind),
    everySeconds: FEED_SECONDS[kind].usual,
    attribution: { text: { ja: '' } },
    key: null,
  }
}

function blankSource(kind: FeedKind): FeedSettings['source'] {
  switch (kind) {
    case 'transit':
      return { kind, timetable: null, vehicles: null, trips: null, alerts: null, routes: [], stops: [] }
    case 'weather':
      return { kind, forecast: forecastOf('130000'), office: '130000', area: '130010', place: '44132', heat: null }
    case 'news':
      return { kind, news: '' }
  }
}

/** What the form of a source changes: all but its version, and which routes and stops are kept of a timetable. */
export type FeedSettings = Omit<FeedInput, 'version'>

export function settingsOf(feed: FeedView): FeedSettings {
  const { version: _version, source, ...rest } = inputOf(feed)
  return { ...rest, source: source.kind === 'transit' ? { ...source, routes: [], stops: [] } : source }
}

/** The settings as they are saved: on top of what the source is now. Null: a new source. */
export function inputWith(settings: FeedSettings, feed: FeedView | null): FeedInput {
  if (feed === null) return { ...settings, version: 0 }
  const { source } = settings
  if (source.kind !== 'transit' || feed.source.kind !== 'transit') return { ...settings, version: feed.version }
  const { routes, stops } = feed.source
  return { ...settings, source: { ...source, routes, stops }, version: feed.version }
}

/** What can be changed of a source. Its key is never told: what is not written anew stays as it was. */
export function inputOf({ name, source, everySeconds, attribution, key, version }: FeedView): FeedInput {
  return {
    name,
    source,
    everySeconds,
    attribution,
    key: key === null ? null : { in: key.in, name: key.name },
    version,
  }
}
