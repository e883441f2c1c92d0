import type { Point } from '@akari/protocol'

/** An affine map: x' = ax + cy + e, y' = bx + dy + f (SVG 1.1 §7.4). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0]

export function apply([a, b, c, d, e, f]: Affine, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

function after([a, b, c, d, e, f]: Affine, [g, h, i, j, k, l]: Affine): Affine {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Letters of an attribute: what is longer was not written by a drawing program. */
const LONGEST = 2000

/** The transform of an element inside one that is transformed already. */
export function within(outer: Affine, attribute: string | undefined): Affine {
  let result = outer
  for (const [, name, list] of (attribute ?? '').slice(0, LONGEST).matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const numbers = (list ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number)
    if (numbers.every(Number.isFinite)) result = after(result, single(name ?? '', numbers))
  }
  return result
}

function single(name: string, [a = 0, b, c, d, e, f]: number[]): Affine {
  switch (name) {
    case 'matrix':
      return [a, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0]
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0]
    case 'rotate': {
      const [sin, cos] = [Math.sin((a * Math.PI) / 180), Math.cos((a * Math.PI) / 180)]
      return after(after([1, 0, 0, 1, b ?? 0, c ?? 0], [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -(b ?? 0), -(c ?? 0)])
    }
    default:
      return IDENTITY
  }
}
