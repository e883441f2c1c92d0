import type { Language, Point } from '@akari/protocol'
import { type Box, grown, overlaps } from '../../map/extent.ts'
import { LABEL_LINE, widthInEms, wrapLabel } from '../../map/labels.ts'

/** A name that wants to stand beside its mark. */
export interface NameWish {
  id: string
  text: string
  language: Language
  at: Point
  /** How far from `at` the mark reaches. */
  markPx: number
  fontPx: number
}

export interface PlacedName {
  id: string
  lines: readonly string[]
  language: Language
  box: Box
  fontPx: number
  align: 'start' | 'middle' | 'end'
}

/** Where a name may stand: how it is turned away from its mark, the best first. */
const SIDES: readonly { x: -1 | 0 | 1; y: -1 | 0 | 1 }[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: 1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: -1 },
  { x: -1, y: 1 },
]
/** Ems of a line; longer names take a second and a third. */
const LINE_EMS = 8
const MOST_LINES = 3
/** What a side further down in the list costs, in points of lines that a name would cover. */
const SIDE_COST = 1.5
const ALIGNED = { 1: 'start', 0: 'middle', '-1': 'end' } as const

/**
 * Names in the order given (the important first), each where it overlaps neither an earlier one nor `taken`, inside `frame`, and covers
 * as few of `quiet` (points that lines pass) as can be. One that finds no spot is left out: fewer names are better than a muddle.
 */
export function placeNames(
  wishes: readonly NameWish[],
  taken: readonly Box[],
  quiet: readonly Point[],
  frame: Box,
): PlacedName[] {
  const occupied = [...taken]
  const placed: PlacedName[] = []
  for (const wish of wishes) {
    const lines = wrapLabel(wish.text, wish.language, LINE_EMS)
    if (lines.length > MOST_LINES) continue
    const spots = SIDES.map(({ x, y }, rank) => ({ align: ALIGNED[x], box: boxBeside(wish, lines, x, y), rank }))
    const free = spots.filter(({ box }) => isInside(box, frame) && !occupied.some((other) => overlaps(box, other)))
    const costed = free.map((spot) => ({ ...spot, cost: spot.rank * SIDE_COST + covered(spot.box, quiet) }))
    const [best] = costed.toSorted((a, b) => a.cost - b.cost)
    if (best === undefined) continue
    occupied.push(grown(best.box, wish.fontPx * 0.15))
    const { id, language, fontPx } = wish
    placed.push({ id, lines, language, fontPx, box: best.box, align: best.align })
  }
  return placed
}

function boxBeside({ at: [x, y], markPx, fontPx }: NameWish, lines: readonly string[], sx: number, sy: number): Box {
  const w = Math.max(...lines.map(widthInEms)) * fontPx
  const h = lines.length * fontPx * LABEL_LINE
  // Aslant it may come nearer than straight beside or above.
  const away = markPx * (sx !== 0 && sy !== 0 ? 0.75 : 1.1)
  return { x: x + sx * away - ((1 - sx) / 2) * w, y: y + sy * away - ((1 - sy) / 2) * h, w, h }
}

function covered({ x, y, w, h }: Box, points: readonly Point[]): number {
  return points.filter(([px, py]) => px > x && px < x + w && py > y && py < y + h).length
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x && box.y >= frame.y && box.x + box.w <= frame.x + frame.w && box.y + box.h <= frame.y + frame.h
  )
}
