import {
  type GeoPoint,
  type KioskLanguage,
  type Point,
  type Texts,
  textIn,
  type TownMap,
  type TownPlace,
  withoutRuby,
} from '@akari/protocol'
import { metresBetween } from '@akari/transit'
import { type Box, grown, overlaps } from '../../map/extent.ts'
import { boxOf, type GeoProjection, projectionFor } from '../town/geo-projection.ts'
import { type HerePlace, herePlace, takenByHere } from '../town/here-view.tsx'
import { type PlacedName, placeNames } from '../town/place-names.ts'
import type { MapSize } from '../town/use-map-size.ts'
import { type PlaceSignName, signOf } from './place-sign.tsx'

/** A stop of a feed on the town's map. */
export interface TownStop {
  id: string
  name: Texts
  place: GeoPoint
}

/** All of a town map, in pixels. */
export interface TownPlan {
  projection: GeoProjection
  /** `number`: of a shelter that is in the list beside the map. */
  marks: readonly { id: string; sign: PlaceSignName; at: Point; sizePx: number; number: number | null }[]
  names: readonly PlacedName[]
  here: HerePlace | null
  fontPx: number
}

/** A place where people go in a disaster, as the list beside the map has it. */
export interface NearShelter {
  place: TownPlace
  sign: PlaceSignName
  /** In a straight line; null where nobody said where here is. */
  metres: number | null
}

const NAME_SHARE = 0.58
const SIGN_EMS = 1.3
const STOP_EMS = 0.7
/** What matters more is placed first, and so is never left out for the rest. */
const RANKS: readonly PlaceSignName[] = [
  'both',
  'flee',
  'stay',
  'cityHall',
  'station',
  'hospital',
  'library',
  'hall',
  'welfare',
  'school',
  'sports',
  'park',
  'police',
  'fire',
  'post',
  'other',
]

/**
 * Places and stops where none covers another, the important first; shelters always. `listed`: ids of the shelters in the list beside the
 * map, in its order; the others have no number, and so their names come before all other names.
 */
export function townPlan(
  map: TownMap,
  stops: readonly TownStop[],
  listed: readonly string[],
  hereAt: GeoPoint | null,
  size: MapSize,
  language: KioskLanguage,
): TownPlan | null {
  const box = boxOf([...map.boundary.flat(), ...map.places.map(({ at }) => at), ...(hereAt === null ? [] : [hereAt])])
  if (box === null) return null
  const fontPx = Math.min(size.captionPx * NAME_SHARE, size.h / 14, size.w / 18)
  const edge = size.unitPx * 2
  const projection = projectionFor(box, size, { top: edge, right: edge, bottom: edge, left: edge })
  const here = hereAt === null ? null : herePlace(projection.project(hereAt), language, fontPx * 1.15, size)
  const numbers = new Map(listed.map((id, n) => [id, n + 1]))
  const taken: Box[] = here === null ? [] : takenByHere(here)
  const frame = { x: 2, y: 2, w: size.w - 4, h: size.h - 4 }
  const placed = map.places
    .map((place) => ({ place, sign: signOf(place) }))
    .toSorted((a, b) => RANKS.indexOf(a.sign) - RANKS.indexOf(b.sign) || nearer(a.place.at, b.place.at, hereAt))
    .flatMap(({ place, sign }) => {
      const isShelter = isRefuge(sign)
      const sizePx = fontPx * SIGN_EMS * (isShelter ? 1 : 0.85)
      const mark = markAt(place.id, sign, projection.project(place.at), sizePx, numbers.get(place.id))
      const isFree = !taken.some((other) => overlaps(other, plateOf(mark)))
      if ((!isFree && !isShelter) || !isIn(frame, mark.at)) return []
      taken.push(grown(plateOf(mark), fontPx * 0.08))
      return [{ mark, name: place.name }]
    })
  const names = placeNames(
    placed
      .toSorted((a, b) => Number(isSaidElsewhere(a.mark)) - Number(isSaidElsewhere(b.mark)))
      .map(({ mark: { id, at, sizePx }, name }) => {
        const shown = textIn(name, language)
        return { id, text: withoutRuby(shown.text), language: shown.language, at, markPx: sizePx * 0.6, fontPx }
      }),
    taken,
    [],
    frame,
  )
  // Stops are many: they take what room is left.
  taken.push(...names.map(({ box: named }) => named))
  const stopMarks = stops.flatMap(({ id, place }) => {
    const mark = markAt(id, 'stop', projection.project(place), fontPx * STOP_EMS)
    if (taken.some((other) => overlaps(other, plateOf(mark))) || !isIn(frame, mark.at)) return []
    taken.push(plateOf(mark))
    return [mark]
  })
  return { projection, marks: [...stopMarks, ...placed.map(({ mark }) => mark)], names, here, fontPx }
}

type TownMark = TownPlan['marks'][number]

function markAt(id: string, sign: PlaceSignName, at: Point, sizePx: number, number: number | null = null): TownMark {
  return { id, sign, at, sizePx, number }
}

function plateOf({ at: [x, y], sizePx }: TownMark): Box {
  return { x: x - sizePx / 2, y: y - sizePx / 2, w: sizePx, h: sizePx }
}

function isIn({ x, y, w, h }: Box, [px, py]: Point): boolean {
  return px > x && py > y && px < x + w && py < y + h
}

/** Is its name in the list, or not needed to find a shelter? */
function isSaidElsewhere({ sign, number }: TownMark): boolean {
  return number !== null || !isRefuge(sign)
}

function isRefuge(sign: PlaceSignName): boolean {
  return sign === 'both' || sign === 'flee' || sign === 'stay'
}

/** Shelters of the town, the nearest first where it is known where here is. */
export function nearShelters({ places }: TownMap, here: GeoPoint | null): NearShelter[] {
  return places
    .filter(({ shelters = [] }) => shelters.length > 0)
    .map((place) => ({ place, sign: signOf(place), metres: here === null ? null : metresBetween(here, place.at) }))
    .toSorted((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
}

function nearer(a: GeoPoint, b: GeoPoint, here: GeoPoint | null): number {
  return here === null ? 0 : metresBetween(here, a) - metresBetween(here, b)
}
