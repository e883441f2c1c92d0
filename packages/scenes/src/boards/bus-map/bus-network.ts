import type { BusMapScene, GeoPoint, RouteLines, Texts, TransitName } from '@akari/protocol'
import { metresBetween, nearestOnEach, groundLine, type OpenTimetable, type OwnLine, rowsOf } from '@akari/transit'
import { inkOn } from '../transit/departure-list.ts'
import type { TransitService } from '../transit/transit-service.ts'

/** A route on the map. `lines`: where it runs; `order`: its stops one after the other, where nobody knows the way between them. */
export interface MapRoute {
  key: string
  feedId: string
  route: number
  name: TransitName
  longName: TransitName | null
  colour: string
  textColour: string
  lines: readonly (readonly GeoPoint[])[]
  order: readonly (readonly GeoPoint[])[]
}

/** A stop with its poles on both sides of the road. */
export interface MapStop {
  id: string
  name: Texts
  place: GeoPoint
  /** Keys of the routes that call there. */
  routes: readonly string[]
}

export interface BusNetwork {
  routes: readonly MapRoute[]
  stops: readonly MapStop[]
}

const PLAIN = '#4a5158'
/** A line of a route that lies this near to another of it along its whole way is the same road the other way. Metres. */
const SAME_ROAD_METRES = 25
/** Poles of one name that stand this near to each other are one stop. */
const SAME_STOP_METRES = 120

/** Routes and stops of a map, as the timetables have them and staff drew them. */
export function busNetwork(
  feeds: BusMapScene['feeds'],
  services: readonly Pick<TransitService, 'feedId' | 'open'>[],
  drawn: RouteLines | null,
): BusNetwork {
  const parts = feeds.flatMap(({ feedId, routes: wanted }) => {
    const open = services.find((service) => service.feedId === feedId)?.open
    return open === undefined ? [] : [partOf(feedId, open, wanted ?? null, ownLines(drawn, feedId))]
  })
  return { routes: parts.flatMap(({ routes }) => routes), stops: grouped(parts.flatMap(({ stops }) => stops)) }
}

/** Lines that staff drew for the routes of a feed; one of both directions serves either. */
export function ownLines(drawn: RouteLines | null, feedId: string): OwnLine {
  const own = drawn?.lines.filter((line) => line.feedId === feedId) ?? []
  return (routeId, direction) => {
    const ofRoute = own.filter((line) => line.routeId === routeId)
    const found =
      ofRoute.find((line) => line.direction === direction) ?? ofRoute.find((line) => line.direction === null)
    return found?.points ?? null
  }
}

function partOf(feedId: string, open: OpenTimetable, wanted: readonly string[] | null, own: OwnLine): BusNetwork {
  const { timetable } = open
  const calling = new Map<number, Set<string>>()
  const routes = timetable.routes.flatMap((route, index): MapRoute[] => {
    if (wanted !== null && !wanted.includes(route.id)) return []
    const key = `${feedId} ${route.id}`
    const ways = new Map<string, readonly GeoPoint[]>()
    const orders = new Map<string, readonly GeoPoint[]>()
    for (const [trip, ofRoute] of timetable.trips.route.entries()) {
      if (ofRoute !== index) continue
      const stops = timetable.stopTimes.stop.subarray(...rowsOf(timetable, trip))
      for (const stop of stops) calling.set(stop, (calling.get(stop) ?? new Set()).add(key))
      const [direction, shape] = [timetable.trips.direction[trip] ?? -1, timetable.trips.shape[trip] ?? -1]
      const line = own(route.id, direction) ?? timetable.shapes[shape]?.points ?? []
      if (line.length >= 2) ways.set(`${direction} ${shape}`, line)
      else
        orders.set(
          stops.join(' '),
          [...stops].flatMap((stop) => timetable.stops[stop]?.place ?? []),
        )
    }
    const colour = route.colour ?? PLAIN
    return [
      {
        key,
        feedId,
        route: index,
        name: route.name,
        longName: route.longName,
        colour,
        textColour: route.textColour ?? inkOn(colour),
        lines: withoutSame([...ways.values()]),
        order: withoutSame([...orders.values()]),
      },
    ]
  })
  const stops = [...calling].flatMap(([index, keys]): MapStop[] => {
    const stop = timetable.stops[index]
    if (stop === undefined || stop.place === null) return []
    return [{ id: `${feedId} ${stop.id}`, name: stop.name.texts, place: stop.place, routes: [...keys] }]
  })
  return { routes: routes.filter(({ lines, order }) => lines.length + order.length > 0), stops }
}

/** The longest first, without those that run along the others, as the way back does. */
function withoutSame(lines: readonly (readonly GeoPoint[])[]): (readonly GeoPoint[])[] {
  const kept: (readonly GeoPoint[])[] = []
  for (const line of lines.toSorted((a, b) => b.length - a.length)) {
    const known = kept.flatMap((other) => groundLine(other) ?? [])
    const isNear = (place: GeoPoint): boolean =>
      known.some((other) => nearestOnEach(other, place).some(({ offMetres }) => offMetres < SAME_ROAD_METRES))
    if (!line.every(isNear)) kept.push(line)
  }
  return kept
}

function grouped(stops: readonly MapStop[]): MapStop[] {
  const groups: { first: MapStop; all: MapStop[] }[] = []
  for (const stop of stops) {
    const group = groups.find(
      ({ first }) => first.name.ja === stop.name.ja && metresBetween(first.place, stop.place) < SAME_STOP_METRES,
    )
    if (group === undefined) groups.push({ first: stop, all: [stop] })
    else group.all.push(stop)
  }
  return groups.map(({ first, all }) => ({
    ...first,
    place: {
      lat: all.reduce((sum, { place }) => sum + place.lat, 0) / all.length,
      lon: all.reduce((sum, { place }) => sum + place.lon, 0) / all.length,
    },
    routes: [...new Set(all.flatMap(({ routes }) => routes))],
  }))
}
