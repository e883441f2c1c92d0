import { FEED_SECONDS, type FeedInput, type FeedKind, type FeedView } from '@akari/protocol'

/** JMA's forecast of an office, as its own pages fetch it. */
const forecastOf = (office: string): string => `https://www.jma.go.jp/bosai/forecast/data/forecast/${office}.json`

/** A source of this kind before somebody says where it is. */
export function blankFeed(kind: FeedKind): FeedInput {
  return {
    name: '',
    source: blankSource(kind),
    everySeconds: FEED_SECONDS[kind].usual,
    attribution: { text: { ja: '' } },
    key: null,
    version: 0,
  }
}

function blankSource(kind: FeedKind): FeedInput['source'] {
  switch (kind) {
    case 'transit':
      return { kind, timetable: null, vehicles: null, trips: null, alerts: null, routes: [], stops: [] }
    case 'weather':
      return { kind, forecast: forecastOf('130000'), office: '130000', area: '130010', place: '44132', heat: null }
    case 'news':
      return { kind, news: '' }
  }
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
