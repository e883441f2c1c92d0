import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evacuationField, wayOut } from '../evacuation/evacuation-field.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { EDGE_KINDS, type Graph, TRAIT } from '../graph/graph.ts'
import { anyBuilding } from '../testing/any-building.ts'
import { search } from './dijkstra.ts'
import { findRoute } from './find-route.ts'
import { costsFor, PROFILES } from './profiles.ts'

const journey = fc.record({ venue: anyBuilding, from: fc.nat(), to: fc.nat(), profile: fc.constantFrom(...PROFILES) })
const SETTINGS = { numRuns: 150 }

const nodesOf = (graph: Graph, ids: readonly string[], n: number) => graph.places.get(ids[n % ids.length] ?? '') ?? []
const pointOf = (graph: Graph, node: number) => [graph.x[node] ?? 0, graph.y[node] ?? 0] as const

test('no way is shorter than the straight line, nor passed in less than its edges take', () => {
  fc.assert(
    fc.property(journey, ({ venue, from, to, profile }) => {
      const { graph } = buildGraph(venue)
      const ids = venue.units.map(({ id }) => id)
      const route = findRoute(graph, nodesOf(graph, ids, from), nodesOf(graph, ids, to), profile)
      if (route === null) return
      const [[ax, ay], [bx, by]] = [pointOf(graph, route.from), pointOf(graph, route.to)]
      expect(route.metres).toBeGreaterThanOrEqual(Math.hypot(bx - ax, by - ay) - 1e-9)
      let at = route.from
      for (const edge of route.edges) {
        expect(graph.source[edge]).toBe(at)
        at = graph.target[edge] ?? -1
      }
      expect(at).toBe(route.to)
      const seconds = route.edges.reduce((sum, edge) => sum + (graph.seconds[edge] ?? 0), 0)
      expect(route.seconds).toBeCloseTo(seconds, 6)
      expect(route.cost).toBeGreaterThanOrEqual(seconds - 1e-9)
    }),
    SETTINGS,
  )
})

test('where nothing leads one way only, there and back cost the same', () => {
  fc.assert(
    fc.property(journey, ({ venue, from, to, profile }) => {
      const { graph } = buildGraph(venue)
      const ids = venue.units.map(({ id }) => id)
      const [a, b] = [nodesOf(graph, ids, from), nodesOf(graph, ids, to)]
      const [there, back] = [findRoute(graph, a, b, profile), findRoute(graph, b, a, profile)]
      expect(back === null).toBe(there === null)
      expect(back?.cost ?? 0).toBeCloseTo(there?.cost ?? 0, 6)
    }),
    SETTINGS,
  )
})

test('a step-free way has no step, and a way out no lift', () => {
  fc.assert(
    fc.property(journey, ({ venue, from, to }) => {
      const { graph } = buildGraph(venue)
      const ids = venue.units.map(({ id }) => id)
      const a = nodesOf(graph, ids, from)
      for (const edge of findRoute(graph, a, nodesOf(graph, ids, to), 'step-free')?.edges ?? []) {
        expect((graph.traits[edge] ?? 0) & TRAIT.stepped).toBe(0)
        expect(['stairs', 'steps', 'escalator']).not.toContain(EDGE_KINDS[graph.kind[edge] ?? -1])
      }
      for (const edge of wayOut(evacuationField(graph), a)?.edges ?? [])
        expect(['board', 'elevator', 'escalator']).not.toContain(EDGE_KINDS[graph.kind[edge] ?? -1])
    }),
    SETTINGS,
  )
})

test('the same venue gives the same way, each time it is read', () => {
  fc.assert(
    fc.property(journey, ({ venue, from, to, profile }) => {
      const ids = venue.units.map(({ id }) => id)
      const way = () => {
        const { graph } = buildGraph(structuredClone(venue))
        return findRoute(graph, nodesOf(graph, ids, from), nodesOf(graph, ids, to), profile)
      }
      expect(way()).toEqual(way())
    }),
    SETTINGS,
  )
})

test('the evacuation field says of every place what a search from it finds', () => {
  fc.assert(
    fc.property(anyBuilding, fc.nat(), (venue, from) => {
      const { graph } = buildGraph(venue)
      const start = nodesOf(
        graph,
        venue.units.map(({ id }) => id),
        from,
      )
      const alone = findRoute(
        graph,
        start,
        graph.exits.map(({ node }) => node),
        'evacuate',
      )
      const out = wayOut(evacuationField(graph), start)
      expect(out === null).toBe(alone === null)
      expect(out?.cost ?? 0).toBeCloseTo(alone?.cost ?? 0, 6)
    }),
    SETTINGS,
  )
})

test('no cheaper way exists than the one that is found (Bellman and Ford)', () => {
  fc.assert(
    fc.property(journey, ({ venue, from, profile }) => {
      const { graph } = buildGraph(venue)
      const costs = costsFor(graph, profile)
      const sources = nodesOf(
        graph,
        venue.units.map(({ id }) => id),
        from,
      )
      const expected = new Float64Array(graph.nodeCount).fill(Infinity)
      for (const source of sources) expected[source] = 0
      for (let changed = true; changed; ) {
        changed = false
        for (let edge = 0; edge < graph.edgeCount; edge++) {
          const cost = (expected[graph.source[edge] ?? 0] ?? Infinity) + (costs[edge] ?? Infinity)
          if (cost >= (expected[graph.target[edge] ?? 0] ?? Infinity) - 1e-9) continue
          expected[graph.target[edge] ?? 0] = cost
          changed = true
        }
      }
      const found = search(graph, costs, sources).costs
      for (const [node, cost] of expected.entries()) {
        if (cost === Infinity) expect(found[node]).toBe(Infinity)
        else expect(found[node]).toBeCloseTo(cost, 6)
      }
    }),
    { numRuns: 60 },
  )
})
