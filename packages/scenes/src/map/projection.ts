import type { Point } from '@akari/protocol'

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export interface Projection {
  /** Metres of the venue to pixels of the drawing. */
  project: (point: Point) => Point
  pxPerM: number
  /** The drawing's own extent. */
  box: Box
}

/** Fits the extent of `points`, turned clockwise by `rotationDeg`, into the middle of a drawing of this size. */
export function fitInto(points: readonly Point[], rotationDeg: number, size: { w: number; h: number }): Projection {
  const radians = (rotationDeg * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const turned = ([x, y]: Point): Point => [x * cos - y * sin, x * sin + y * cos]
  const extent = extentOf(points.map(turned))
  const pxPerM = Math.min(size.w / Math.max(extent.w, 0.001), size.h / Math.max(extent.h, 0.001))
  const box = {
    x: (size.w - extent.w * pxPerM) / 2,
    y: (size.h - extent.h * pxPerM) / 2,
    w: extent.w * pxPerM,
    h: extent.h * pxPerM,
  }
  const project = (point: Point): Point => {
    const [x, y] = turned(point)
    return [box.x + (x - extent.x) * pxPerM, box.y + (y - extent.y) * pxPerM]
  }
  return { project, pxPerM, box }
}

/** The smallest upright box around these points; empty for none. */
export function extentOf(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, w: 0, h: 0 }
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

/** SVG path data of polygons with holes, one decimal of a pixel. */
export function pathOf(shape: readonly (readonly (readonly Point[])[])[], project: (point: Point) => Point): string {
  const ring = (points: readonly Point[]): string =>
    `M${points
      .map((point) =>
        project(point)
          .map((n) => n.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`
  return shape.flatMap((rings) => rings.map(ring)).join('')
}
