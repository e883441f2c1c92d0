import type { Route, Stop } from '../model/timetable.ts'
import { codeOf, colourOf, placeOf } from './fields.ts'
import type { Translations } from './read-translations.ts'
import { eachRow, type Tables } from './tables.ts'

export type Agencies = { names: Map<string, string>; timeZone: string | null; language: string | null }

/** agency.txt: names by id (`''` for the only one), and the time zone, which all of them share. */
export function readAgencies(tables: Tables): Agencies {
  const agencies: Agencies = { names: new Map(), timeZone: null, language: null }
  eachRow(tables, 'agency.txt', ['agency_name', 'agency_id', 'agency_timezone', 'agency_lang'], 1, (fields) => {
    const [name = '', id = '', timeZone = '', language = ''] = fields
    if (!agencies.names.has(id)) agencies.names.set(id, name)
    agencies.timeZone ??= timeZone === '' ? null : timeZone
    agencies.language ??= language === '' ? null : language
  })
  return agencies
}

const NO_INFO = { language: '', start: '', end: '' }

/** feed_info.txt: its language and the days it is meant for, as they stand. */
export function readFeedInfo(tables: Tables) {
  let info = NO_INFO
  eachRow(
    tables,
    'feed_info.txt',
    ['feed_lang', 'default_lang', 'feed_start_date', 'feed_end_date'],
    0,
    ([language = '', byDefault = '', start = '', end = '']) => {
      if (info === NO_INFO) info = { language: language === 'mul' ? byDefault : language, start, end }
    },
  )
  return info
}

export function readRoutes(tables: Tables, { nameOf }: Translations, agencies: Agencies): Map<string, Route> {
  const routes = new Map<string, Route>()
  const columns = [
    'route_id',
    'agency_id',
    'route_short_name',
    'route_long_name',
    'jp_parent_route_id',
    'route_type',
    'route_color',
    'route_text_color',
  ]
  eachRow(tables, 'routes.txt', columns, 1, (fields) => {
    const [id = '', agencyId = '', short = '', long = '', parent = '', kind = '', colour = '', textColour = ''] = fields
    if (routes.has(id)) return tables.report('duplicate-id', 'routes.txt', id)
    const agency = agencies.names.get(agencyId) ?? [...agencies.names.values()][0] ?? ''
    const shortName = short === '' ? null : nameOf(short, { field: 'route_short_name', record: id })
    const longName = long === '' ? null : nameOf(long, { field: 'route_long_name', record: id })
    if (shortName === null && longName === null) tables.report('route-names-missing', 'routes.txt', id)
    const name = shortName ?? longName ?? nameOf(parent || agency || id, { field: 'agency_name', record: agencyId })
    routes.set(id, {
      id,
      name,
      longName,
      agency,
      colour: colourOf(colour),
      textColour: colourOf(textColour),
      kind: codeOf(kind, 1799),
    })
  })
  return routes
}

const WHEELCHAIR = ['unknown', 'yes', 'no'] as const

export function readStops(tables: Tables, { nameOf }: Translations): Map<string, Stop> {
  const stops = new Map<string, Stop>()
  const parents = new Map<string, string>()
  const columns = [
    'stop_id',
    'stop_name',
    'stop_lat',
    'stop_lon',
    'location_type',
    'parent_station',
    'wheelchair_boarding',
    'platform_code',
  ]
  eachRow(tables, 'stops.txt', columns, 1, (fields) => {
    const [id = '', name = '', lat = '', lon = '', kind = '', parent = '', wheelchair = '', platform = ''] = fields
    if (stops.has(id)) return tables.report('duplicate-id', 'stops.txt', id)
    const place = placeOf(lat, lon)
    if (place === null) tables.report('place-unreadable', 'stops.txt', id)
    if (parent !== '') parents.set(id, parent)
    const code = codeOf(kind, 4)
    stops.set(id, {
      id,
      name: nameOf(name || id, { field: 'stop_name', record: id }),
      place,
      kind: code === 0 ? 'stop' : code === 1 ? 'station' : 'other',
      parent: -1,
      wheelchair: WHEELCHAIR[codeOf(wheelchair, 2)] ?? 'unknown',
      platform: platform === '' ? null : platform.slice(0, 40),
    })
  })
  const order = new Map([...stops.keys()].map((id, n) => [id, n]))
  for (const [id, parent] of parents) {
    const stop = stops.get(id)
    const at = order.get(parent)
    if (at === undefined || parent === id) tables.report('reference-unknown', 'stops.txt', `${id} → ${parent}`)
    else if (stop !== undefined) stop.parent = at
  }
  return stops
}
