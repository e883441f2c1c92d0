import type { Point } from '@akari/protocol'
import type { Projection } from '@akari/scenes'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

/** A hand that moved less than this has taken something, not moved it. */
const STILL_PX = 4

type Drag = {
  id: string
  from: Point
  /** From where the hand is to the point that it holds, in metres. */
  off: Point
  about: string
  isMoving: boolean
  to: (at: Point, about: string) => void
}

type Handle = {
  role: 'button'
  tabIndex: number
  onPointerDown: (event: PointerEvent<SVGElement>) => void
  onPointerMove: (event: PointerEvent<SVGElement>) => void
  onPointerUp: (event: PointerEvent<SVGElement>) => void
  onPointerCancel: () => void
  onKeyDown: (event: KeyboardEvent<SVGElement>) => void
}

/** How things on the plan are taken and moved, without the plan moving along. */
export function useHandle({
  projection,
  enabled,
  onSelect,
  onDrag,
}: {
  projection: Projection
  enabled: boolean
  onSelect: (id: string) => void
  /** `about` names one drag. */
  onDrag: (id: string, at: Point, about: string) => void
}): {
  select: (id: string) => Handle
  movable: (id: string, at: Point) => Handle
  /** A grip of its own: its places are told to `to`. */
  drag: (id: string, to: (at: Point, about: string) => void) => Handle
} {
  const held = useRef<Drag | null>(null)
  const drags = useRef(0)
  const begin = (event: PointerEvent<SVGElement>, id: string, at: Point | null, to: Drag['to'] | null): void => {
    if (event.button !== 0) return
    event.stopPropagation()
    onSelect(id)
    if (!enabled || to === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drags.current += 1
    const hand = placeOf(event)
    const metres = projection.unproject(hand)
    const off: Point = at === null ? [0, 0] : [at[0] - metres[0], at[1] - metres[1]]
    held.current = { id, from: hand, off, about: `drag ${drags.current}`, isMoving: false, to }
  }
  const move = (event: PointerEvent<SVGElement>): void => {
    const drag = held.current
    if (drag === null) return
    event.stopPropagation()
    const hand = placeOf(event)
    if (!drag.isMoving && Math.hypot(hand[0] - drag.from[0], hand[1] - drag.from[1]) < STILL_PX) return
    drag.isMoving = true
    const [x, y] = projection.unproject(hand)
    drag.to([rounded(x + drag.off[0]), rounded(y + drag.off[1])], drag.about)
  }
  const end = (event: PointerEvent<SVGElement>): void => {
    event.stopPropagation()
    held.current = null
  }
  const handle = (id: string, at: Point | null, to: Drag['to'] | null): Handle => ({
    role: 'button',
    tabIndex: 0,
    onPointerDown: (event) => begin(event, id, at, to),
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: () => {
      held.current = null
    },
    onKeyDown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      onSelect(id)
    },
  })
  return {
    select: (id) => handle(id, null, null),
    movable: (id, at) => handle(id, at, (to, about) => onDrag(id, to, about)),
    drag: (id, to) => handle(id, null, to),
  }
}

/** In pixels of the drawing that an element stands in. */
function placeOf({ currentTarget, clientX, clientY }: PointerEvent<SVGElement>): Point {
  const box = (currentTarget.ownerSVGElement ?? currentTarget).getBoundingClientRect()
  return [clientX - box.left, clientY - box.top]
}

/** Centimetres are enough for a plan. */
function rounded(metres: number): number {
  return Math.round(metres * 100) / 100
}
