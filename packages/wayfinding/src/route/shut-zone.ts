import type { Point } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import { boxOf, contains, distanceToBoundary, edgesOf, isNearBox, type Polygon } from '../model/geometry.ts'
import type { Shut } from './closures.ts'

/** This near to its boundary is on it: doors stand in the walls that zones are drawn along. */
const ON_M = 0.01

/**
 * Shuts a zone of some levels: what stands in it or on its boundary, and every edge that leads into it or through it, wherever its
 * ends are. Edges from inside stay open: whoever is there gets out.
 */
export function shutZone(
  graph: Graph,
  levels: ReadonlySet<number>,
  shape: readonly Polygon[],
  shut: Shut,
  why: number,
): void {
  const box = boxOf(shape.flat(2))
  const inside = new Uint8Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) {
    const at = pointOf(graph, node)
    if (!levels.has(graph.level[node] ?? -1) || !isNearBox(at, box, ON_M)) continue
    const isOn = distanceToBoundary(at, shape) <= ON_M
    const isIn = shape.some((polygon) => contains(polygon, at))
    if (isIn && !isOn) inside[node] = 1
    if (isIn || isOn) shut.nodes[node] = (shut.nodes[node] ?? 0) | why
  }
  const crossings = crossingsOf(shape)
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [from, to] = [graph.source[edge] ?? -1, graph.target[edge] ?? -1]
    if (inside[from] === 1) continue
    const isHere = levels.has(graph.level[from] ?? -1) && levels.has(graph.level[to] ?? -1)
    const [a, b] = [pointOf(graph, from), pointOf(graph, to)]
    if (inside[to] === 1 || (isHere && meetsBox(a, b, box) && leadsThrough(a, b, shape, crossings)))
      shut.edges[edge] = (shut.edges[edge] ?? 0) | why
  }
}

function meetsBox(a: Point, b: Point, { minX, minY, maxX, maxY }: ReturnType<typeof boxOf>): boolean {
  return !(
    Math.max(a[0], b[0]) < minX ||
    Math.min(a[0], b[0]) > maxX ||
    Math.max(a[1], b[1]) < minY ||
    Math.min(a[1], b[1]) > maxY
  )
}

/** Does any piece of a segment, cut where it meets the boundary, lie inside? Along the boundary or touching it is outside. */
function leadsThrough(a: Point, b: Point, shape: readonly Polygon[], crossings: Crossings): boolean {
  const shares = [0, ...crossings(a, b).toSorted((one, other) => one - other), 1]
  return shares.slice(1).some((share, n) => {
    const middle = ((shares[n] ?? 0) + share) / 2
    const at: Point = [a[0] + (b[0] - a[0]) * middle, a[1] + (b[1] - a[1]) * middle]
    return shape.some((polygon) => contains(polygon, at)) && distanceToBoundary(at, shape) > ON_M
  })
}

type Crossings = (a: Point, b: Point) => number[]

/** At which shares of its length a segment crosses the rings, or touches them. */
function crossingsOf(shape: readonly Polygon[]): Crossings {
  const walls = shape.flat().flatMap(edgesOf)
  return ([ax, ay], [bx, by]) =>
    walls.flatMap(([[cx, cy], [dx, dy]]): number[] => {
      const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
      if (across === 0) return []
      const share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
      const along = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
      return share > 0 && share < 1 && along >= 0 && along <= 1 ? [share] : []
    })
}

function pointOf(graph: Graph, node: number): Point {
  return [graph.x[node] ?? 0, graph.y[node] ?? 0]
}
