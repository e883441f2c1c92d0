import { MARK_CELL_PX, MARK_COLUMNS, MARK_ROWS } from '@akari/protocol'

export type Corner = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight'

/** Where a box lies on the page, in CSS pixels, and how much the stage scales what is inside. */
export type Ground = { left: number; top: number; width: number; height: number; scale: number }

/** Pixels of the glass between a mark and the edges of what it belongs to. */
const GAP_PX = 2

/**
 * How to move and scale a mark that is drawn at the top left of a box, so that each of its cells covers whole pixels of the
 * glass and as many of them whatever the scale of stage and screen. Lengths in the box's own pixels.
 */
export function placeOf(corner: Corner, ground: Ground, pixelRatio: number): { x: number; y: number; scale: number } {
  const wide = MARK_COLUMNS * MARK_CELL_PX + GAP_PX
  const high = MARK_ROWS * MARK_CELL_PX + GAP_PX
  const near = (start: number): number => Math.ceil(start * pixelRatio - 0.01) + GAP_PX
  const far = (end: number, size: number): number => Math.floor(end * pixelRatio + 0.01) - size
  const isLeft = corner === 'topLeft' || corner === 'bottomLeft'
  const isTop = corner === 'topLeft' || corner === 'topRight'
  const left = isLeft ? near(ground.left) : far(ground.left + ground.width, wide)
  const top = isTop ? near(ground.top) : far(ground.top + ground.height, high)
  return {
    x: (left / pixelRatio - ground.left) / ground.scale,
    y: (top / pixelRatio - ground.top) / ground.scale,
    scale: 1 / (ground.scale * pixelRatio),
  }
}

/** Puts a mark into a corner of its parent; leaves it where it is while the parent has no size. */
export function snapToCorner(mark: SVGSVGElement | null, corner: Corner): void {
  const parent = mark?.parentElement
  if (mark == null || parent == null || parent.offsetWidth === 0) return
  const { left, top, width } = parent.getBoundingClientRect()
  const scale = width / parent.offsetWidth
  const ground = { left, top, width, height: parent.clientHeight * scale, scale }
  const place = placeOf(corner, ground, window.devicePixelRatio)
  mark.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`
}
