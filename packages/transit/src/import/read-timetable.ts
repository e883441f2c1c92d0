import { Temporal } from 'temporal-polyfill'
import { type Service, spanOf } from '../model/service.ts'
import type { Shape, Timetable, Trips } from '../model/timetable.ts'
import { hasHash, tripHash } from '../model/trip-hash.ts'
import { dayOf } from './fields.ts'
import { interned } from './interned.ts'
import { chooser, type Keep } from './keep.ts'
import { readAgencies, readFeedInfo, readRoutes, readStops } from './read-network.ts'
import { readFrequencies } from './read-frequencies.ts'
import { readServices } from './read-services.ts'
import { readShapes } from './read-shapes.ts'
import { readStopTimes } from './read-stop-times.ts'
import { readTranslations } from './read-translations.ts'
import { readTrips, type TripRow } from './read-trips.ts'
import type { Tables } from './tables.ts'
import { withoutUnused } from './without-unused.ts'

/** How much the whole feed has, whatever was chosen of it. */
export type FeedCounts = { stops: number; routes: number; trips: number; stopTimes: number }

const JAPAN = 'Asia/Tokyo'

/** The tables of a timetable, read in the order in which they refer to each other. */
export function readTimetable(tables: Tables, keep: Keep | null): { timetable: Timetable; counts: FeedCounts } {
  const agencies = readAgencies(tables)
  const info = readFeedInfo(tables)
  const translations = readTranslations(tables, info.language || agencies.language || 'ja')
  const [routes, stops, services] = [
    readRoutes(tables, translations, agencies),
    readStops(tables, translations),
    readServices(tables),
  ]
  const headsigns = interned()
  const isKept = chooser(tables, keep, routes, stops)
  const { trips: rows, counted, others } = readTrips(tables, { routes, services }, headsigns, translations, isKept)
  const tripAt = new Map(rows.map(({ id }, n) => [id, n]))
  const otherTrips = Uint32Array.from(others).sort()
  const places = {
    trips: tripAt,
    stops: indexes(stops),
    isOther: (trip: string) => hasHash(otherTrips, tripHash(trip)),
  }
  const times = readStopTimes(tables, places, headsigns, translations)
  const shapes = readShapes(tables, new Set(rows.flatMap(({ shape }) => (shape === '' ? [] : [shape]))))
  const whole: Timetable = {
    timeZone: timeZoneOf(agencies.timeZone, tables),
    languages: [...translations.languages],
    ...validity(info, services, new Set(rows.map(({ service }) => service)), tables),
    stops: [...stops.values()],
    routes: [...routes.values()],
    services: [...services.values()],
    trips: tripColumns(rows, times.firstRow, { routes: indexes(routes), services: indexes(services), shapes }, tables),
    stopTimes: times.stopTimes,
    headsigns: headsigns.names,
    shapes,
    frequencies: readFrequencies(tables, tripAt),
    otherTrips,
  }
  const counts = { stops: stops.size, routes: routes.size, trips: counted, stopTimes: times.counted }
  return { timetable: keep === null ? whole : withoutUnused(whole, keep), counts }
}

type Indexes = ReadonlyMap<string, number>

function indexes(map: ReadonlyMap<string, unknown>): Map<string, number> {
  return new Map([...map.keys()].map((id, n) => [id, n]))
}

function tripColumns(
  rows: readonly TripRow[],
  firstRow: Uint32Array,
  { routes, services, shapes }: { routes: Indexes; services: Indexes; shapes: readonly Shape[] },
  { report }: Tables,
): Trips {
  const shapeAt = new Map(shapes.map(({ id }, n) => [id, n]))
  for (const { shape } of rows) if (!shapeAt.has(shape)) report('shapes-missing', 'trips.txt')
  return {
    ids: rows.map(({ id }) => id),
    route: Uint32Array.from(rows, ({ route }) => routes.get(route) ?? 0),
    service: Uint32Array.from(rows, ({ service }) => services.get(service) ?? 0),
    headsign: Int32Array.from(rows, ({ headsign }) => headsign),
    shape: Int32Array.from(rows, ({ shape }) => shapeAt.get(shape) ?? -1),
    direction: Int8Array.from(rows, ({ direction }) => direction),
    wheelchair: Uint8Array.from(rows, ({ wheelchair }) => wheelchair),
    firstRow,
  }
}

/**
 * The days of which both the feed's own dates and the calendar of its trips speak: neither a calendar that ended nor a feed past its end
 * is good for anything, whatever the other says.
 */
function validity(
  info: { start: string; end: string },
  services: ReadonlyMap<string, Service>,
  used: ReadonlySet<string>,
  { report }: Tables,
) {
  for (const service of services.values())
    if (spanOf([service]) === null) report('service-never-runs', 'calendar.txt', service.id)
  const day = (text: string) => {
    const found = text === '' ? null : dayOf(text)
    if (text !== '' && found === null) report('date-unreadable', 'feed_info.txt', text)
    return found
  }
  const span = spanOf([...services.values()].filter(({ id }) => used.has(id)))
  const known = (limit: number) => (Number.isFinite(limit) ? limit : null)
  return {
    validFrom: known(Math.max(day(info.start) ?? -Infinity, span?.first ?? -Infinity)),
    validTo: known(Math.min(day(info.end) ?? Infinity, span?.last ?? Infinity)),
  }
}

function timeZoneOf(name: string | null, { report }: Tables): string {
  if (name === null) return JAPAN
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    report('time-zone-unknown', 'agency.txt', name)
    return JAPAN
  }
}
