import type { Route } from '../model/timetable.ts'
import type { Service } from '../model/service.ts'
import { tripHash } from '../model/trip-hash.ts'
import { codeOf } from './fields.ts'
import type { Interned } from './interned.ts'
import { eachRow, type Tables } from './tables.ts'
import type { Translations } from './read-translations.ts'

/** One trip as its table has it; all indexes are those of the whole feed. */
export type TripRow = {
  id: string
  route: string
  service: string
  headsign: number
  shape: string
  direction: number
  wheelchair: number
}

const MOST_TRIPS = 1_000_000

const COLUMNS = [
  'trip_id',
  'route_id',
  'service_id',
  'trip_headsign',
  'direction_id',
  'shape_id',
  'wheelchair_accessible',
]

export type TripRows = { trips: TripRow[]; counted: number; others: number[] }

/**
 * trips.txt. `isKept` says which of them matter by id and route; of the others a hash is kept, and nothing else. `counted` are all
 * that the feed has.
 */
export function readTrips(
  tables: Tables,
  known: { routes: ReadonlyMap<string, Route>; services: ReadonlyMap<string, Service> },
  headsigns: Interned,
  { nameOf }: Translations,
  isKept: (id: string, route: string) => boolean,
): TripRows {
  const trips: TripRow[] = []
  const others: number[] = []
  const seen = new Set<string>()
  let bare = 0
  eachRow(tables, 'trips.txt', COLUMNS, 3, (fields) => {
    const [id = '', route = '', service = '', headsign = '', direction = '', shape = '', wheelchair = ''] = fields
    if (seen.size >= MOST_TRIPS) return tables.report('table-too-long', 'trips.txt', id)
    if (seen.has(id)) return tables.report('duplicate-id', 'trips.txt', id)
    if (!known.routes.has(route) || !known.services.has(service))
      return tables.report('reference-unknown', 'trips.txt', `${id} → ${known.routes.has(route) ? service : route}`)
    seen.add(id)
    if (!isKept(id, route)) {
      others.push(tripHash(id))
      return
    }
    if (headsign === '') bare++
    trips.push({
      id,
      route,
      service,
      headsign:
        headsign === ''
          ? -1
          : headsigns.indexOf(`\n${headsign}`, () => nameOf(headsign, { field: 'trip_headsign', record: id })),
      shape,
      direction: direction === '' ? -1 : codeOf(direction, 1),
      wheelchair: codeOf(wheelchair, 2),
    })
  })
  for (let n = 0; n < bare; n++) tables.report('headsigns-missing', 'trips.txt')
  return { trips, counted: seen.size, others }
}
