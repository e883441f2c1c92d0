/** `node content-samples/authoring/timetable/make-timetable.ts`: writes the tables of the sample's community bus (GTFS-JP). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { aroundHall } from '../around-hall.ts'
import { AGENCY, DOT, LOOP, LOOPS, type LoopRow, type Names, STOPS, WAYS } from './network.ts'

const FOLDER = new URL('../../timetable/', import.meta.url)
const LANGUAGES = ['ja-Hrkt', 'en', 'zh-Hans', 'ko']
const [FROM, TO] = ['20260401', '20290331']

type Cell = string | number
type Way = { id: string; loop: LoopRow; stops: readonly string[]; headsign: Names; direction: 0 | 1 }

const ways = LOOPS.flatMap((loop) => waysOf(loop))
const pointOf = new Map(STOPS.map(([id, east, north]) => [id, { east, north }]))
const translations: Cell[][] = []
const fares = LOOPS.map(({ id }) => ['adult', id])

mkdirSync(FOLDER, { recursive: true })
write('agency.txt', 'agency_id,agency_name,agency_url,agency_timezone,agency_lang', [
  ['akari', named('agency', 'agency_name', AGENCY, ''), 'https://bus.example.jp/', 'Asia/Tokyo', 'ja'],
])
write('feed_info.txt', 'feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version', [
  ['あかりバス（見本）', 'https://bus.example.jp/', 'ja', FROM, TO, 'sample-1'],
])
write(
  'stops.txt',
  'stop_id,stop_name,stop_lat,stop_lon,zone_id,location_type,wheelchair_boarding',
  STOPS.map(([id, east, north, ...names]) => [
    id,
    named('stops', 'stop_name', names, id),
    ...degrees({ east, north }),
    'all',
    0,
    1,
  ]),
)
write(
  'routes.txt',
  'route_id,agency_id,route_short_name,route_long_name,route_type,route_color,route_text_color',
  LOOPS.map(({ id, side, colour }) => [
    id,
    'akari',
    named('routes', 'route_short_name', side, id),
    named('routes', 'route_long_name', joined(side, LOOP), id),
    3,
    colour,
    'FFFFFF',
  ]),
)
write('calendar.txt', 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date', [
  ['毎日', 1, 1, 1, 1, 1, 1, 1, FROM, TO],
])
write(
  'calendar_dates.txt',
  'service_id,date,exception_type',
  [2026, 2027, 2028].flatMap((year) => newYear(year).map((date) => ['毎日', date, 2])),
)
write('fare_attributes.txt', 'fare_id,price,currency_type,payment_method,transfers', [['adult', 180, 'JPY', 0, 0]])
write('fare_rules.txt', 'fare_id,route_id', fares)
write(
  'shapes.txt',
  'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence',
  ways.flatMap(({ id, stops }) => lineOf(stops).map((point, n) => [id, ...degrees(point), n + 1])),
)
write(
  'trips.txt',
  'route_id,service_id,trip_id,trip_headsign,direction_id,shape_id,wheelchair_accessible,bikes_allowed',
  ways.flatMap((way) =>
    startsOf(way).map((start) => [
      way.loop.id,
      '毎日',
      tripId(way, start),
      way.headsign[0],
      way.direction,
      way.id,
      1,
      2,
    ]),
  ),
)
write(
  'stop_times.txt',
  'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,timepoint',
  ways.flatMap((way) => startsOf(way).flatMap((start) => callsOf(way, start))),
)
for (const { headsign } of ways) named('trips', 'trip_headsign', headsign, null)
write(
  'translations.txt',
  'table_name,field_name,language,translation,record_id,record_sub_id,field_value',
  translations,
)

/** A loop begins and ends at the city hall; the other way round it is the same stops from behind. */
function waysOf(loop: LoopRow): Way[] {
  const stops = ['hall', ...loop.stops, 'hall']
  const long = joined(loop.side, LOOP)
  const forth: Way = { id: `${loop.id}-0`, loop, stops, headsign: long, direction: 0 }
  if (loop.departures.every(({ back }) => back === null)) return [forth]
  const back: Way = { ...forth, id: `${loop.id}-1`, stops: stops.toReversed(), direction: 1 }
  return [forth, back].map((way) => ({ ...way, headsign: joined(long, DOT, WAYS[way.direction]) }))
}

/** One name of several parts, in every language. */
function joined(...parts: readonly Names[]): Names {
  const name = (n: number) => parts.map((part) => part[n] ?? '').join('')
  return [name(0), name(1), name(2), name(3), name(4)]
}

function startsOf({ loop, direction }: Way): number[] {
  return loop.departures.flatMap(({ first, last, every, back }) => {
    const from = direction === 0 ? first : back
    if (from === null) return []
    return Array.from({ length: Math.floor((last - from) / every) + 1 }, (_, n) => from + n * every)
  })
}

function tripId({ id }: Way, start: number): string {
  return `${id}_${clock(start).slice(0, 5).replace(':', '')}`
}

function callsOf(way: Way, start: number): Cell[][] {
  return way.stops.map((stop, n) => {
    const time = clock(start + n * way.loop.minutes)
    const isLast = n === way.stops.length - 1
    return [tripId(way, start), time, time, stop, n + 1, isLast ? 1 : 0, n === 0 ? 1 : 0, 1]
  })
}

/** Along the streets: from stop to stop by way of one corner. */
function lineOf(stops: readonly string[]): { east: number; north: number }[] {
  const points = stops.map((id) => pointOf.get(id) ?? { east: 0, north: 0 })
  return points.flatMap((point, n) => {
    const next = points[n + 1]
    const corner =
      next && (n % 2 === 0 ? { east: next.east, north: point.north } : { east: point.east, north: next.north })
    return corner === undefined ? [point] : [point, corner]
  })
}

/** Gives the Japanese name, and notes the others; by the text where there is no record. */
function named(table: string, field: string, names: Names, record: string | null): string {
  for (const [n, language] of LANGUAGES.entries())
    translations.push([
      table,
      field,
      language,
      names[n + 1] ?? '',
      record ?? '',
      '',
      record === null || record === '' ? names[0] : '',
    ])
  return names[0]
}

function degrees(place: { east: number; north: number }): [string, string] {
  const { lat, lon } = aroundHall(place)
  return [lat.toFixed(6), lon.toFixed(6)]
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`
}

/** No bus runs from 31 December to 3 January. */
function newYear(year: number): string[] {
  return [`${year}1231`, ...['0101', '0102', '0103'].map((day) => `${year + 1}${day}`)]
}

function write(name: string, header: string, rows: readonly (readonly Cell[])[]): void {
  const text = rows.map((row) => row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${cell}"` : cell)).join(','))
  writeFileSync(new URL(name, FOLDER), `${[header, ...text].join('\n')}\n`)
}
