import type { Point } from '@akari/protocol'
import { type Box, grown } from './extent.ts'
import { widthInEms } from './labels.ts'
import type { MapMark, Surroundings } from './marks.ts'

export type HereMark = { mark: MapMark; taken: readonly Box[] }

/** Where the display stands, with its label. */
export function hereMark(
  at: Point,
  { projection, size, language, hereLabel, hereLabelSide = null }: Surroundings,
): HereMark {
  const fontPx = size.reach * 1.1
  const [x, y] = projection.project(at)
  const w = (widthInEms(hereLabel) + 1) * fontPx
  // Clear of the way is better; whole is best.
  const [fitsAbove, fitsBelow] = [y >= fontPx * 3, y + fontPx * 3 <= size.h]
  const below = hereLabelSide === 'below' ? fitsBelow || !fitsAbove : !fitsAbove && fitsBelow
  const isInView = x >= 0 && x <= size.w
  const box = {
    x: isInView ? Math.max(0, Math.min(x - w / 2, size.w - w)) : x - w / 2,
    y: below ? y + fontPx * 1.3 : y - fontPx * 2.9,
    w,
    h: fontPx * 1.6,
  }
  const dot = { x: x - fontPx, y: y - fontPx, w: fontPx * 2, h: fontPx * 2 }
  return {
    mark: { kind: 'here', id: 'here', anchor: at, dot: [x, y], box, below, text: hereLabel, fontPx, language },
    taken: [grown(box, fontPx * 0.25), dot],
  }
}
