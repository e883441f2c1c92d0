import type { Point } from '@akari/protocol'

/** Straight pieces that a curve is drawn as. */
const PIECES = 8

/** The lines that path data draws (SVG 1.1 §8.3), curves as chords; arcs as their chord only. */
export function linesOfPath(data: string): Point[][] {
  const lines: Point[][] = []
  let [at, start, control]: [Point, Point, Point | null] = [[0, 0], [0, 0], null]
  let line: Point[] = []
  const to = (point: Point): void => {
    at = point
    line.push(point)
  }
  for (const [, letter = '', list = ''] of data.matchAll(/([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)/g)) {
    const command = letter.toUpperCase()
    const isRelative = letter !== command
    const numbers = [...list.matchAll(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g)].map(([number]) => Number(number))
    if (command === 'Z') {
      if (line.length > 1) to(start)
      control = null
      continue
    }
    const size = SIZES[command] ?? 2
    for (let n = 0; n + size <= numbers.length; n += size) {
      const [dx, dy] = isRelative ? at : [0, 0]
      const point = (index: number): Point => [(numbers[n + index] ?? 0) + dx, (numbers[n + index + 1] ?? 0) + dy]
      const value = numbers[n] ?? 0
      const mirrored: Point = control === null ? at : [2 * at[0] - control[0], 2 * at[1] - control[1]]
      let next: Point | null = null
      switch (command) {
        case 'M':
          if (n === 0) {
            at = point(0)
            start = at
            line = [at]
            lines.push(line)
          } else to(point(0))
          break
        case 'H':
          to([isRelative ? at[0] + value : value, at[1]])
          break
        case 'V':
          to([at[0], isRelative ? at[1] + value : value])
          break
        case 'C':
          next = point(2)
          for (const each of cubic(at, point(0), next, point(4))) to(each)
          break
        case 'S':
          next = point(0)
          for (const each of cubic(at, mirrored, next, point(2))) to(each)
          break
        case 'Q':
          next = point(0)
          for (const each of cubic(at, towards(at, next), towards(point(2), next), point(2))) to(each)
          break
        case 'T':
          next = mirrored
          for (const each of cubic(at, towards(at, next), towards(point(0), next), point(0))) to(each)
          break
        default:
          to(point(size - 2))
      }
      control = next
    }
  }
  return lines.filter((each) => each.length > 1)
}

const SIZES: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 }

/** Control points of the cubic curve that a quadratic one is. */
function towards([x, y]: Point, [cx, cy]: Point): Point {
  return [x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3]
}

function cubic(a: Point, b: Point, c: Point, d: Point): Point[] {
  return Array.from({ length: PIECES }, (_, n) => {
    const t = (n + 1) / PIECES
    const u = 1 - t
    const mix = (i: 0 | 1) => u ** 3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t ** 3 * d[i]
    return [mix(0), mix(1)]
  })
}
