import type { Point } from '@akari/protocol'
import type { Position } from '../plane.ts'

export type Control = { at: Point; position: Position }
export type Georeference = (at: Point) => Position

/**
 * Where a plan's points lie on Earth, by points whose position is known: with two, turned and scaled alike; with three or more
 * by least squares over an affine map. Null where they are too few or on one line.
 */
export function georeference(controls: readonly Control[]): Georeference | null {
  const [first, second] = controls
  if (first === undefined || second === undefined) return null
  if (controls.length === 2) return bySimilarity(first, second)
  // Degrees are small beside each other: both are solved about the first point.
  const rows = controls.map(({ at: [x, y] }): [number, number, number] => [x - first.at[0], y - first.at[1], 1])
  const lon = leastSquares(
    rows,
    controls.map(({ position }) => position[0] - first.position[0]),
  )
  const lat = leastSquares(
    rows,
    controls.map(({ position }) => position[1] - first.position[1]),
  )
  if (lon === null || lat === null) return null
  return ([x, y]) => {
    const [dx, dy] = [x - first.at[0], y - first.at[1]]
    return [
      first.position[0] + lon[0] * dx + lon[1] * dy + lon[2],
      first.position[1] + lat[0] * dx + lat[1] * dy + lat[2],
    ]
  }
}

/** A plan's y runs down, north runs up: the plan is mirrored before it is turned. A degree of longitude shrinks with cos φ. */
function bySimilarity(a: Control, b: Control): Georeference | null {
  const shrink = Math.cos((a.position[1] * Math.PI) / 180)
  const [px, py] = [b.at[0] - a.at[0], a.at[1] - b.at[1]]
  const [qx, qy] = [(b.position[0] - a.position[0]) * shrink, b.position[1] - a.position[1]]
  const long = px * px + py * py
  if (long === 0 || qx * qx + qy * qy === 0) return null
  const [re, im] = [(qx * px + qy * py) / long, (qy * px - qx * py) / long]
  return ([x, y]) => {
    const [dx, dy] = [x - a.at[0], a.at[1] - y]
    return [a.position[0] + (re * dx - im * dy) / shrink, a.position[1] + im * dx + re * dy]
  }
}

type Triple = [number, number, number]

/** Solves the normal equations of three unknowns by Cramer's rule. */
function leastSquares(rows: readonly Triple[], values: readonly number[]): Triple | null {
  const sum = (of: (row: Triple, n: number) => number) => rows.reduce((total, row, n) => total + of(row, n), 0)
  const column = (i: 0 | 1 | 2): Triple => [
    sum((row) => row[i] * row[0]),
    sum((row) => row[i] * row[1]),
    sum((row) => row[i] * row[2]),
  ]
  const [a, b, c] = [column(0), column(1), column(2)]
  const d: Triple = [
    sum((row, n) => row[0] * (values[n] ?? 0)),
    sum((row, n) => row[1] * (values[n] ?? 0)),
    sum((row, n) => row[2] * (values[n] ?? 0)),
  ]
  const whole = determinant(a, b, c)
  const size = Math.abs(a[0] * b[1] * c[2])
  if (Math.abs(whole) <= size * 1e-9) return null
  return [determinant(d, b, c) / whole, determinant(a, d, c) / whole, determinant(a, b, d) / whole]
}

function determinant([a, b, c]: Triple, [d, e, f]: Triple, [g, h, i]: Triple): number {
  return a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e)
}
