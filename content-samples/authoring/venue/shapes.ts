import type { Metres } from './plane.ts'

export const WIDTH = 72

/** An axis-parallel rectangle on the drawing board. */
export function rect(x0: number, y0: number, x1: number, y1: number): Metres[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}

/** The same outline in the other wing. */
export function mirrored(outline: readonly Metres[]): Metres[] {
  return outline.map(([x, y]) => [WIDTH - x, y])
}

/** A regular polygon that reads as a round planter, table or pillar. */
export function round(x: number, y: number, radius: number, corners = 12): Metres[] {
  return Array.from({ length: corners }, (_, i): Metres => {
    const angle = ((i + 0.5) * 2 * Math.PI) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

/** A curved bench: the part of a ring between two angles (degrees, 90 = inwards). */
export function arc(centre: Metres, inner: number, outer: number, from: number, to: number): Metres[] {
  const steps = Math.max(2, Math.round((to - from) / 6))
  const along = (radius: number): Metres[] =>
    Array.from({ length: steps + 1 }, (_, i): Metres => {
      const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
      return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]
    })
  return [...along(outer), ...along(inner).reverse()]
}

/** Twice the signed area: positive when the outline runs counter-clockwise. */
export function signedArea(outline: readonly Metres[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nx, ny] = outline[(i + 1) % outline.length] ?? [x, y]
    return sum + x * ny - nx * y
  }, 0)
}

/** Centre of gravity; inside the outline for every convex room. */
export function centroid(outline: readonly Metres[]): Metres {
  const doubled = signedArea(outline)
  let [cx, cy] = [0, 0]
  outline.forEach(([x, y], i) => {
    const [nx, ny] = outline[(i + 1) % outline.length] ?? [x, y]
    const cross = x * ny - nx * y
    cx += (x + nx) * cross
    cy += (y + ny) * cross
  })
  return [cx / (3 * doubled), cy / (3 * doubled)]
}
