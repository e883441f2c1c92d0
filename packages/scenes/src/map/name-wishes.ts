import {
  type Language,
  type Point,
  type Texts,
  textIn,
  type VenueLevel,
  type VenueUnit,
  withoutRuby,
} from '@akari/protocol'
import { numberRange } from './counters.ts'
import { type Box, extentOf } from './extent.ts'
import { fitLabel, LABEL_LINE, widthInEms } from './labels.ts'
import { areaOf } from './level-paths.ts'
import type { NameRank, Surroundings, Wish } from './marks.ts'
import { pictogramFor } from './pictogram-names.ts'

/** Walkways smaller than this share of the level stay without a name. */
const PLACE_SHARE = 0.1

/** Offices and counters, by name or, beside a list, by number. */
export function counterWishes(level: VenueLevel, around: Surroundings): Wish[] {
  const units = new Map(level.units.map((unit) => [unit.id, unit]))
  return level.occupants.flatMap((occupant) => {
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

/** Rooms, or the large halls and corridors. */
export function unitWishes(level: VenueLevel, around: Surroundings, rank: 'room' | 'place'): Wish[] {
  const serving = new Set(level.occupants.map((occupant) => occupant.unitId))
  const floor = areaOf(level.outline)
  const wanted = level.units.filter((unit) => {
    // What has a picture of its own needs no name beside it.
    if (unit.name === null || serving.has(unit.id) || pictogramFor(unit.category) !== null) return false
    if (rank === 'room') return unit.kind === 'room' || unit.kind === 'counter'
    return unit.kind === 'walkway' && areaOf(unit.shape) > floor * PLACE_SHARE
  })
  return wanted.flatMap((unit) =>
    unit.name === null ? [] : nameWish({ id: unit.id, name: unit.name, at: unit.labelAt, unit, rank }, around),
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

/**
 * A name as large as its room lets it be, on as many lines as it takes. None where it lies out of view; of the ordinary rooms
 * only those have one that can hold it, or a large floor would be a thicket of names: one comes nearer for them.
 */
function nameWish({ id, name, at, unit, rank, number }: Named, around: Surroundings): Wish[] {
  const { projection, size, language, highlight, beyond = 0 } = around
  const [x, y] = projection.project(at)
  if (x < -beyond || y < -beyond || x > size.w + beyond || y > size.h + beyond) return []
  const pointed = highlight?.has(id) ?? false
  const shown = number ?? textIn(name, language)
  const wishedPx = Math.min(size.reach * (rank === 'counter' ? 1.25 : 1), projection.pxPerM * 2.1)
  const mostPx = number === undefined ? wishedPx : size.reach * 1.25
  const box = unit === undefined ? { x: 0, y: 0, w: 0, h: 0 } : extentOf(unit.shape.flat(2).map(projection.project))
  const room = unit === undefined ? { w: wishedPx * 8, h: wishedPx * 4 } : roomIn(unit, box, projection.pxPerM)
  if (rank === 'room' && !pointed && room.w * room.h < size.near ** 2) return []
  const { lines, fontPx, fits } = fitLabel(withoutRuby(shown.text), shown.language, room, {
    leastPx: Math.min(size.near, mostPx),
    mostPx,
  })
  if (rank === 'room' && !pointed && !fits) return []
  const w = Math.max(...lines.map(widthInEms)) * fontPx
  const h = lines.length * fontPx * LABEL_LINE
  return [
    {
      wish: { id, at: [x, y], w, h, leash: Math.max(box.h - h, fontPx) * 0.5 },
      mark: (placed) => ({
        kind: 'name',
        id,
        anchor: at,
        rank,
        box: placed,
        lines,
        fontPx,
        language: shown.language,
        pointed,
      }),
    },
  ]
}

/** Where the walls slope, or the plan is turned, a room fills less of its box. */
const FILLED = 0.75

/**
 * How much of a room's box on the glass a name may take: about two thirds are wall to wall at every height, the less the more
 * the room stands askew.
 */
function roomIn(unit: VenueUnit, box: Box, pxPerM: number): { w: number; h: number } {
  const filled = (areaOf(unit.shape) * pxPerM ** 2) / Math.max(1, box.w * box.h)
  const share = Math.min(1, filled / FILLED)
  return { w: box.w * 0.92 * share, h: box.h * 0.66 * share }
}
