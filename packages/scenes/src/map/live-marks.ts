import type { Point } from '@akari/protocol'
import type { Projection } from './camera.ts'
import { type Box, overlaps } from './extent.ts'
import type { MapMark } from './marks.ts'

/** Where a mark stands now, and whether it hides nothing that matters more. */
export interface LiveMark {
  at: Point
  isFree: boolean
}

/**
 * The marks of one view as they stand under another, while a hand moves the plan: upright, at the same distance from their
 * anchors. Where they come to lie over each other, only the most important is seen; 現在地 always is.
 */
export function liveMarks(marks: readonly MapMark[], placedBy: Projection, now: Projection): LiveMark[] {
  const moved = marks.map((mark) => {
    const [fromX, fromY] = placedBy.project(mark.anchor)
    const [toX, toY] = now.project(mark.anchor)
    return { mark, box: { ...mark.box, x: mark.box.x + toX - fromX, y: mark.box.y + toY - fromY } }
  })
  const taken = moved.filter(({ mark }) => mark.kind === 'here').map(({ box }) => box)
  return moved.map(({ mark, box }): LiveMark => {
    const isFree = mark.kind === 'here' || !taken.some((other) => overlaps(other, shrunk(box)))
    if (isFree && mark.kind !== 'here') taken.push(box)
    return { at: [box.x, box.y], isFree }
  })
}

/** Boxes that were placed edge to edge do not count as overlapping for a rounding error. */
function shrunk({ x, y, w, h }: Box): Box {
  return { x: x + 0.5, y: y + 0.5, w: w - 1, h: h - 1 }
}
