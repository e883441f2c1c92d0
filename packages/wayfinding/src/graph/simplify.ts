import type { Point } from '@akari/protocol'
import { distance, nearestOnSegment } from '../model/geometry.ts'

/**
 * A ring without the corners that bend it by less than `flatM` metres (Douglas and Peucker 1973), at least a triangle; without
 * recursion, as rings may have a million corners.
 */
export function simplified(ring: readonly Point[], flatM: number): Point[] {
  const first = ring[0]
  if (first === undefined || ring.length < 5) return [...ring]
  let far = 0
  for (const [n, point] of ring.entries()) if (distance(first, point) > distance(first, ring[far] ?? first)) far = n
  const kept = new Uint8Array(ring.length)
  kept[0] = 1
  kept[far] = 1
  const open: [from: number, to: number][] = [
    [0, far],
    [far, ring.length],
  ]
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span
    const [a, b] = [ring[from] ?? first, ring[to] ?? first]
    let [worst, worstM] = [-1, flatM]
    for (let n = from + 1; n < to; n++) {
      const point = ring[n] ?? first
      const offM = distance(point, nearestOnSegment(point, a, b))
      if (offM > worstM) [worst, worstM] = [n, offM]
    }
    if (worst === -1) continue
    kept[worst] = 1
    open.push([from, worst], [worst, to])
  }
  const corners = ring.filter((_corner, n) => kept[n] === 1)
  return corners.length < 3 ? [...ring] : corners
}
