import type { Point } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { sideBySide } from './side-by-side.ts'

const from = (...points: Point[]): Point[] => points
const middle = (points: readonly Point[], x: number): number =>
  points.filter(([px]) => Math.abs(px - x) < 5).map(([, y]) => y)[0] ?? Number.NaN

describe('routes on one road', () => {
  it('lie side by side in the order of the routes, whichever way each runs', () => {
    const lines = [
      { route: 0, points: from([0, 100], [400, 100]) },
      { route: 1, points: from([400, 102], [0, 102]) },
    ]
    const [first = [], second = []] = sideBySide(lines, 10, 12)
    expect(middle(first, 200)).toBeCloseTo(95, 0)
    expect(middle(second, 200)).toBeCloseTo(107, 0)
  })

  it('stay where they are where a route is alone, also on its own way back and across another', () => {
    const there = { route: 0, points: from([0, 100], [400, 100]) }
    const back = { route: 0, points: from([400, 100], [0, 100]) }
    const across = { route: 1, points: from([200, 0], [200, 300]) }
    for (const moved of sideBySide([there, back, across], 10, 12).slice(0, 2))
      for (const [, y] of moved) expect(y).toBeCloseTo(100, 6)
  })
})
