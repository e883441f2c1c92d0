import type { BusMapScene, DeparturesScene } from '@akari/protocol'
import { routesAt, stopsOf } from '@akari/transit'
import { boxOf } from '../town/geo-projection.ts'
import type { OpenFeed } from '../transit/use-transit.ts'
import { type BusNetwork, busNetwork } from './bus-network.ts'

/** The stops of a departures board on a map. */
export interface StopsOfBoard {
  /** The routes of the board, with all their stops. */
  network: BusNetwork
  /** Which stops of the network are the board's own. */
  own: ReadonlySet<string>
  /** The board's stops with the streets around them; null where nobody knows where they are. */
  area: NonNullable<BusMapScene['area']> | null
}

/** Seen around the stops, in degrees: some three or four hundred metres. */
const AROUND = 0.0035

/** Where the stops of a board are, among the routes that it lists. */
export function stopsOfBoard(feeds: DeparturesScene['feeds'], opens: readonly OpenFeed[]): StopsOfBoard {
  const known = feeds.flatMap((feed) => {
    const open = opens.find(({ feedId }) => feedId === feed.feedId)?.open
    return open === undefined ? [] : [{ ...feed, open }]
  })
  const network = busNetwork(
    known.map(({ feedId, stops, routes, open }) => ({ feedId, routes: routes ?? routesAt(open, stops) })),
    opens,
    null,
  )
  const own = known.flatMap(({ stops, open }) =>
    stops.flatMap((id) => stopsOf(open, id)).flatMap((stop) => open.timetable.stops[stop] ?? []),
  )
  const names = new Set(own.map(({ name }) => name.texts.ja))
  const box = boxOf(own.flatMap(({ place }) => place ?? []))
  return {
    network,
    own: new Set(network.stops.filter(({ name }) => names.has(name.ja)).map(({ id }) => id)),
    area:
      box === null
        ? null
        : {
            southWest: { lat: box.south - AROUND, lon: box.west - AROUND },
            northEast: { lat: box.north + AROUND, lon: box.east + AROUND },
          },
  }
}
