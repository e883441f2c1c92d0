import type { BusMapScene, GeoPoint, KioskLanguage, Point } from '@akari/protocol'
import { textIn, withoutRuby } from '@akari/protocol'
import { metresBetween } from '@akari/transit'
import { type GeoBox, type GeoProjection, boxOf, projectionFor } from '../town/geo-projection.ts'
import { type HerePlace, herePlace, takenByHere } from '../town/here-view.tsx'
import { type PlacedName, placeNames } from '../town/place-names.ts'
import type { MapSize } from '../town/use-map-size.ts'
import type { BusNetwork, MapRoute, MapStop } from './bus-network.ts'
import { sideBySide } from './side-by-side.ts'

/** All of a bus map that stands still, in pixels. */
export interface BusMapPlan {
  projection: GeoProjection
  widthPx: number
  lines: readonly { key: string; route: MapRoute; points: readonly Point[] }[]
  order: readonly { key: string; route: MapRoute; points: readonly Point[] }[]
  stops: readonly { stop: MapStop; at: Point; r: number }[]
  names: readonly PlacedName[]
  /** Ids of stops that stand out among the others. */
  own: ReadonlySet<string>
  here: HerePlace | null
  fontPx: number
}

/** Names on a map are read by who steps nearer; this share of what is read from afar. */
const NAME_SHARE = 0.6
/** Lines that are nearer than this run along one road. Metres. */
const ONE_ROAD_METRES = 14
/** A name at most for so many square ems of the map; the rest of the stops are dots. */
const EMS_FOR_A_NAME = 34

/** `own`: stops that the map is about; their names are placed before all others. */
export function busMapPlan(
  network: BusNetwork,
  { here: hereAt, area }: Pick<BusMapScene, 'here' | 'area'>,
  size: MapSize,
  language: KioskLanguage,
  own: ReadonlySet<string> = new Set(),
): BusMapPlan | null {
  const box = seenBox(network, hereAt, area)
  if (box === null) return null
  const fontPx = Math.min(size.captionPx * NAME_SHARE, size.h / 14, size.w / 18)
  const edge = fontPx * 1.6
  const projection = projectionFor(box, size, { top: edge * 1.5, right: edge * 2, bottom: edge, left: edge * 2 })
  const widthPx = size.unitPx * 1.15
  const lines = moved(network.routes, projection, widthPx)
  const here = hereAt === undefined ? null : herePlace(projection.project(hereAt), language, fontPx * 1.15, size)
  const r = widthPx * 0.72
  const stops = network.stops.map((stop) => ({ stop, at: projection.project(stop.place), r }))
  const frame = { x: 2, y: 2, w: size.w - 4, h: size.h - 4 }
  const seen = stops.filter(({ at: [x, y] }) => x > 0 && y > 0 && x < size.w && y < size.h)
  const most = Math.max(6, Math.floor((size.w * size.h) / (fontPx ** 2 * EMS_FOR_A_NAME)))
  const wishes = byImportance(seen, own, hereAt)
    .slice(0, most)
    .map(({ stop, at }) => {
      const shown = textIn(stop.name, language)
      return { id: stop.id, text: withoutRuby(shown.text), language: shown.language, at, markPx: r * 1.7, fontPx }
    })
  const dots = seen.map(({ at: [x, y] }) => ({ x: x - r, y: y - r, w: r * 2, h: r * 2 }))
  const taken = [...dots, ...(here === null ? [] : takenByHere(here))]
  const names = placeNames(
    wishes,
    taken,
    lines.flatMap(({ points }) => points.filter((_, n) => n % 2 === 0)),
    frame,
  )
  const order = network.routes.flatMap((route) =>
    route.order.map((places, n) => ({ key: `${route.key} ${n}`, route, points: places.map(projection.project) })),
  )
  return { projection, widthPx, lines, order, stops, names, own, here, fontPx }
}

function seenBox({ routes, stops }: BusNetwork, here: GeoPoint | undefined, area: BusMapScene['area']): GeoBox | null {
  if (area !== undefined) {
    const { southWest, northEast } = area
    return { south: southWest.lat, west: southWest.lon, north: northEast.lat, east: northEast.lon }
  }
  return boxOf([
    ...stops.map(({ place }) => place),
    ...routes.flatMap(({ lines }) => lines.flat()),
    ...(here === undefined ? [] : [here]),
  ])
}

function moved(
  routes: readonly MapRoute[],
  { project, pxPerMetre }: GeoProjection,
  widthPx: number,
): BusMapPlan['lines'] {
  const all = routes.flatMap((route, number) =>
    route.lines.map((places, n) => ({ key: `${route.key} ${n}`, route, number, points: places.map(project) })),
  )
  const nearPx = Math.max(widthPx, ONE_ROAD_METRES * pxPerMetre)
  const apart = sideBySide(
    all.map(({ number, points }) => ({ route: number, points })),
    widthPx,
    nearPx,
  )
  return all.map(({ key, route, points }, n) => ({ key, route, points: apart[n] ?? points }))
}

/** What the map is about comes first, then where one changes buses, then what is near to here. */
function byImportance(
  stops: BusMapPlan['stops'],
  own: ReadonlySet<string>,
  here: GeoPoint | undefined,
): BusMapPlan['stops'] {
  const away = ({ stop }: BusMapPlan['stops'][number]): number =>
    here === undefined ? 0 : metresBetween(here, stop.place)
  return stops.toSorted(
    (a, b) =>
      Number(own.has(b.stop.id)) - Number(own.has(a.stop.id)) ||
      b.stop.routes.length - a.stop.routes.length ||
      away(a) - away(b),
  )
}
