import type { Point } from '@akari/protocol'
import { EDGE_KINDS, type EdgeKind, type Graph } from '../graph/graph.ts'
import type { Route } from '../route/find-route.ts'

export type LegMode = 'walk' | 'elevator' | 'stairs' | 'escalator'

/** A stretch of a route that is gone in one way; `level` is where it ends, an index into the venue's levels. */
export type Leg = {
  mode: LegMode
  from: number
  level: number
  metres: number
  seconds: number
  points: Point[]
  nodes: number[]
}

/** Landings and little ways between two flights of the same stairs are part of them; lifts are changed over no distance. */
const PAUSE_M: Record<LegMode, number> = { walk: 0, elevator: 3, stairs: 12, escalator: 12 }

/** A route by what one does: walks joined to walks, the pieces of a lift or of a staircase to one ride or climb. */
export function legsOf(graph: Graph, { edges }: Route): Leg[] {
  const legs: Leg[] = []
  for (const edge of edges) {
    const leg = legOf(graph, edge)
    const last = legs.at(-1)
    if (last !== undefined && last.mode === leg.mode) append(last, leg)
    else legs.push(leg)
  }
  // Standing in a lift or on a landing without changing floors is walking.
  const walked = legs.map((leg): Leg => (leg.from === leg.level ? { ...leg, mode: 'walk' } : leg))
  return joinedFlights(joinedWalks(walked))
}

function legOf(graph: Graph, edge: number): Leg {
  const [from, to] = [graph.source[edge] ?? 0, graph.target[edge] ?? 0]
  return {
    mode: modeOf(EDGE_KINDS[graph.kind[edge] ?? 0] ?? 'walk'),
    from: graph.level[from] ?? 0,
    level: graph.level[to] ?? 0,
    metres: graph.metres[edge] ?? 0,
    seconds: graph.seconds[edge] ?? 0,
    points: [pointOf(graph, from), pointOf(graph, to)],
    nodes: [from, to],
  }
}

function modeOf(kind: EdgeKind): LegMode {
  switch (kind) {
    case 'board':
    case 'elevator':
      return 'elevator'
    case 'stairs':
    case 'escalator':
      return kind
    case 'walk':
    case 'door':
    case 'steps':
    case 'ramp':
    case 'movingwalkway':
      return 'walk'
  }
}

function append(leg: Leg, next: Leg): void {
  leg.level = next.level
  leg.metres += next.metres
  leg.seconds += next.seconds
  leg.points.push(...next.points.slice(1))
  leg.nodes.push(...next.nodes.slice(1))
}

function copied(leg: Leg): Leg {
  return { ...leg, points: [...leg.points], nodes: [...leg.nodes] }
}

function joinedWalks(legs: readonly Leg[]): Leg[] {
  const joined: Leg[] = []
  for (const leg of legs) {
    const last = joined.at(-1)
    if (last !== undefined && last.mode === 'walk' && leg.mode === 'walk') append(last, leg)
    else joined.push(copied(leg))
  }
  return joined
}

/** Flights of one kind in one direction, with no more than a landing between them, are one. */
function joinedFlights(legs: readonly Leg[]): Leg[] {
  const joined: Leg[] = []
  for (const leg of legs) {
    const [before, pause] = [joined.at(-2), joined.at(-1)]
    const isPause = pause !== undefined && pause.mode === 'walk' && pause.metres < PAUSE_M[leg.mode]
    const isOn = before !== undefined && before.mode === leg.mode && isSameWay(before, leg)
    if (before !== undefined && isPause && isOn) {
      append(before, pause)
      append(before, leg)
      joined.pop()
    } else joined.push(copied(leg))
  }
  return joined
}

/** Levels come lowest first, so that their index tells up from down. */
function isSameWay(a: Leg, b: Leg): boolean {
  return Math.sign(a.level - a.from) === Math.sign(b.level - b.from)
}

function pointOf(graph: Graph, node: number): Point {
  return [graph.x[node] ?? 0, graph.y[node] ?? 0]
}
