import type { Point } from '@akari/protocol'
import { expect, it } from 'vitest'
import { door, plan, rect, unit } from '../testing/plan.ts'
import { buildGraph } from './build-graph.ts'

it('joins thousands of doors of one hall to their neighbours and to its middle, not each to each', () => {
  const doors = Array.from({ length: 1500 }, (_, n) => door(`d${n}`, 'pedestrian', [n * 0.3, 0], [n * 0.3 + 0.2, 0]))
  const { graph } = buildGraph(plan({ units: [unit('hall', 'walkway', rect(0, 0, 500, 20))], openings: doors }))
  expect(graph.edgeCount).toBeLessThan(1500 * 100)
  const middle = graph.places.get('hall')?.[0] ?? -1
  const joined = new Set(graph.target.slice(graph.offsets[middle], graph.offsets[middle + 1]))
  expect(joined.size).toBe(1500)
})

it('thins an outline of tens of thousands of corners', () => {
  const corners = 40_000
  const star = Array.from({ length: corners }, (_, n): Point => {
    const [angle, radius] = [(n / corners) * 2 * Math.PI, n % 2 === 0 ? 100 : 96]
    return [100 + radius * Math.cos(angle), 100 + radius * Math.sin(angle)]
  })
  const { graph } = buildGraph(
    plan({ units: [unit('hall', 'walkway', star)], openings: [door('d', 'pedestrian', [199, 99], [199, 101])] }),
  )
  expect(graph.nodeCount).toBeLessThan(500)
})
