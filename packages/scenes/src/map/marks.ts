import {
  type KioskLanguage,
  type Language,
  type Point,
  type Texts,
  textIn,
  type VenueLevel,
  type VenueUnit,
  withoutRuby,
} from '@akari/protocol'
import { numberRange } from './counters.ts'
import { fitLabel, LABEL_LINE, type LabelWish, placeLabels, widthInEms } from './labels.ts'
import { type PictogramName, pictogramFor } from './pictogram.tsx'
import { type Box, extentOf, type Projection } from './projection.ts'
import type { Size } from './use-size.ts'

/** What stands upright on the plan, in the order it is painted. */
export type MapMark =
  | { kind: 'name'; id: string; rank: NameRank; box: Box; lines: readonly string[]; fontPx: number; language: Language }
  | { kind: 'pictogram'; id: string; box: Box; name: PictogramName; sizePx: number; crossed?: boolean }
  | {
      kind: 'here'
      id: string
      at: Point
      label: Box
      below: boolean
      text: string
      fontPx: number
      language: Language
    }

type NameRank = 'counter' | 'room' | 'place'
export type Wish = { wish: LabelWish; mark: (box: Box) => MapMark }

export interface Surroundings {
  projection: Projection
  size: Size
  language: KioskLanguage
  /** Where the display stands on this level, in metres. */
  here: Point | null
  hereLabel: string
  /** On which side of the place its label stands; where there is room when left out. */
  hereLabelSide?: 'above' | 'below' | null
  /** Does a list beside the plan explain the numbers of the counters? Then they stand for the names. */
  keyed: boolean
}

/** Pictograms up to this rank matter more than the names of ordinary rooms. */
const VITAL_RANK = 6
/** Walkways smaller than this share of the level stay without a name. */
const PLACE_SHARE = 0.1

/** Names and pictures of a level, placed so that none hides another. */
export function marksOf(level: VenueLevel, around: Surroundings): MapMark[] {
  const here = around.here === null ? null : hereMark(around.here, around)
  const pictures = pictureWishes(level, around)
  const wishes: Wish[] = [
    ...counterWishes(level, around),
    ...pictures.vital,
    ...unitWishes(level, around, 'room'),
    ...pictures.others,
    ...unitWishes(level, around, 'place'),
  ]
  return placeMarks(wishes, here, around.size)
}

/** The marks that find a place, in the order of the wishes; 現在地 on top of all. */
export function placeMarks(wishes: readonly Wish[], here: HereMark | null, size: Size): MapMark[] {
  const taken = here === null ? [] : [here.label, here.dot]
  const frame = { x: 0, y: 0, w: size.w, h: size.h }
  const placed = new Map(
    placeLabels(
      wishes.map(({ wish }) => wish),
      taken,
      frame,
    ).map(({ id, box }) => [id, box]),
  )
  const marks = wishes.flatMap(({ wish, mark }) => {
    const box = placed.get(wish.id)
    return box === undefined ? [] : [mark(box)]
  })
  return here === null ? marks : [...marks, here.mark]
}

type HereMark = { mark: MapMark; label: Box; dot: Box }

/** Where the display stands, with its label. */
export function hereMark(
  at: Point,
  { projection, size, language, hereLabel, hereLabelSide = null }: Surroundings,
): HereMark {
  const fontPx = size.reach * 1.1
  const [x, y] = projection.project(at)
  const w = (widthInEms(hereLabel) + 1) * fontPx
  // Near the upper edge the label hangs below the dot.
  const below = hereLabelSide === null ? y < fontPx * 3 : hereLabelSide === 'below'
  const label = {
    x: Math.max(0, Math.min(x - w / 2, size.w - w)),
    y: below ? y + fontPx * 1.3 : y - fontPx * 2.9,
    w,
    h: fontPx * 1.6,
  }
  const dot = { x: x - fontPx, y: y - fontPx, w: fontPx * 2, h: fontPx * 2 }
  return { mark: { kind: 'here', id: 'here', at: [x, y], label, below, text: hereLabel, fontPx, language }, label, dot }
}

function counterWishes(level: VenueLevel, around: Surroundings): Wish[] {
  const units = new Map(level.units.map((unit) => [unit.id, unit]))
  return level.occupants.map((occupant) => {
    const home = occupant.unitId === null ? undefined : units.get(occupant.unitId)
    // A desk in the middle of a hall is named where it stands, not in the middle of the hall.
    const unit = home?.kind === 'walkway' ? undefined : home
    return nameWish(
      {
        id: occupant.id,
        name: occupant.name,
        at: unit?.labelAt ?? occupant.at,
        unit,
        rank: 'counter',
        ...(around.keyed && occupant.counters.length > 0
          ? { number: { text: numberRange(occupant.counters), language: 'en' as const } }
          : {}),
      },
      around,
    )
  })
}

function unitWishes(level: VenueLevel, around: Surroundings, rank: 'room' | 'place'): Wish[] {
  const serving = new Set(level.occupants.map((occupant) => occupant.unitId))
  const floor = areaOf(level.outline)
  const wanted = level.units.filter((unit) => {
    // What has a picture of its own needs no name beside it.
    if (unit.name === null || serving.has(unit.id) || pictogramFor(unit.category) !== null) return false
    if (rank === 'room') return unit.kind === 'room' || unit.kind === 'counter'
    return unit.kind === 'walkway' && areaOf(unit.shape) > floor * PLACE_SHARE
  })
  return wanted.flatMap((unit) =>
    unit.name === null ? [] : [nameWish({ id: unit.id, name: unit.name, at: unit.labelAt, unit, rank }, around)],
  )
}

interface Named {
  id: string
  name: Texts
  at: Point
  unit: VenueUnit | undefined
  rank: NameRank
  /** Stands instead of the name where a list beside the plan says what it means. */
  number?: { text: string; language: Language }
}

/** A name as large as its room lets it be, on as many lines as it takes. */
function nameWish({ id, name, at, unit, rank, number }: Named, { projection, size, language }: Surroundings): Wish {
  const shown = number ?? textIn(name, language)
  const box = extentOf((unit?.shape.flat(2) ?? []).map(projection.project))
  const wishedPx = Math.min(size.reach * (rank === 'counter' ? 1.25 : 1), projection.pxPerM * 2.1)
  const mostPx = number === undefined ? wishedPx : size.reach * 1.25
  // The wings of a building slope: of a room's box about two thirds are wall to wall at every height.
  const room = unit === undefined ? { w: wishedPx * 8, h: wishedPx * 4 } : { w: box.w * 0.92, h: box.h * 0.66 }
  const { lines, fontPx } = fitLabel(withoutRuby(shown.text), shown.language, room, {
    leastPx: Math.min(size.near, mostPx),
    mostPx,
  })
  const w = Math.max(...lines.map(widthInEms)) * fontPx
  const h = lines.length * fontPx * LABEL_LINE
  return {
    wish: { id, at: projection.project(at), w, h, leash: Math.max(box.h - h, fontPx) * 0.5 },
    mark: (placed) => ({ kind: 'name', id, rank, box: placed, lines, fontPx, language: shown.language }),
  }
}

function pictureWishes(level: VenueLevel, { projection, size }: Surroundings): { vital: Wish[]; others: Wish[] } {
  const sizePx = Math.min(size.reach * 1.25, projection.pxPerM * 2.6)
  const spots = [
    ...level.amenities.map(({ id, category, at }) => ({ id, category, at })),
    ...level.openings.map(({ id, category, line }) => ({ id, category, at: middleOf(line) })),
  ]
  const ranked = spots
    .flatMap((spot) => {
      const picture = pictogramFor(spot.category)
      return picture === null ? [] : [{ ...spot, ...picture }]
    })
    .toSorted((a, b) => a.rank - b.rank)
  const wishes = ranked.map(({ id, name, at, rank }) => ({
    rank,
    wish: { id, at: projection.project(at), w: sizePx * 1.08, h: sizePx * 1.08, leash: sizePx * 0.9 },
    mark: (box: Box): MapMark => ({ kind: 'pictogram', id, box, name, sizePx }),
  }))
  return {
    vital: wishes.filter(({ rank }) => rank <= VITAL_RANK),
    others: wishes.filter(({ rank }) => rank > VITAL_RANK),
  }
}

/** The middle of a line's extent. */
export function middleOf(line: readonly Point[]): Point {
  const { x, y, w, h } = extentOf(line)
  return [x + w / 2, y + h / 2]
}

/** Area of the outer rings in square metres (shoelace formula). */
function areaOf(shape: VenueUnit['shape']): number {
  return shape.reduce((sum, rings) => sum + Math.abs(ringArea(rings[0] ?? [])), 0)
}

function ringArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}
