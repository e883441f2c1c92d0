import type { Point } from '@akari/protocol'
import { distance, nearestOnSegment } from '../../model/geometry.ts'
import type { LinkKind, NetworkLink, NetworkNode } from '../../model/venue-model.ts'

export type Sheet = {
  levelId: string
  ordinal: number
  paths: Point[][]
  doors: { roomId: string; line: Point[] }[]
  portals: { id: string; line: Point[] }[]
}

/** Doors by these names lead out of doors. */
const OUTSIDE = /^(exit|entrance|emergency)|出口|入口|玄関|非常口/i
/** Ends that are drawn this near to each other (metres) are meant to meet. */
const MEET_M = 0.15

/** The ways drawn on plans as one network: paths that meet, doors at the ends of paths, portals of one name over the levels. */
export function drawnWays(sheets: readonly Sheet[]): {
  nodes: NetworkNode[]
  links: NetworkLink[]
  danglingPortals: string[]
} {
  const nodes: NetworkNode[] = []
  const links: NetworkLink[] = []
  const shafts = new Map<string, { node: string; ordinal: number }[]>()
  const link = (from: string, to: string, kind: LinkKind, id: string): void => {
    if (from === to) return
    links.push({
      id,
      from,
      to,
      kind,
      oneWay: false,
      metres: null,
      stepFree: true,
      tactile: false,
      passage: 'public',
      hours: null,
    })
  }
  for (const { levelId, ordinal, paths, doors, portals } of sheets) {
    const here: NetworkNode[] = []
    const nodeAt = (at: Point): NetworkNode => {
      const near = here.find((node) => distance(node.at, at) <= MEET_M)
      if (near !== undefined) return near
      const node = { id: `${levelId}/${here.length}`, levelId, at, outside: false, unitIds: [] }
      here.push(node)
      return node
    }
    const pieces = [
      ...[...paths, ...doors.map(({ line }) => line)].flatMap((line) => segmentsOf(line, 'walk')),
      // The way into a lift belongs to it: there one waits.
      ...portals.flatMap(({ id, line }) =>
        segmentsOf(line, shaftKind(shaftOf(id)) === 'elevator' ? 'elevator' : 'walk'),
      ),
    ]
    for (const { a, b } of pieces) for (const end of [a, b]) nodeAt(end)
    for (const [n, { a, b, kind }] of pieces.entries()) {
      // A path that another one ends on is cut there.
      const stops = here
        .filter(({ at }) => distance(at, nearestOnSegment(at, a, b)) <= MEET_M)
        .toSorted((one, other) => distance(one.at, a) - distance(other.at, a))
      for (const [m, stop] of stops.entries())
        if (m > 0) link(stops[m - 1]?.id ?? '', stop.id, kind, `${levelId}/way${n}.${m}`)
    }
    const onPath = new Set(paths.flatMap((line) => line.map((at) => nodeAt(at).id)))
    for (const { roomId, line } of doors) {
      const ends = [line[0], line.at(-1)].flatMap((at) => (at === undefined ? [] : [nodeAt(at)]))
      // The end off the path is the one in the room.
      const inside = ends.find(({ id }) => !onPath.has(id)) ?? ends[0]
      if (inside === undefined) continue
      inside.unitIds.push(`${levelId}/${roomId}`)
      if (OUTSIDE.test(roomId)) inside.outside = true
    }
    for (const { id, line } of portals) {
      const ends = [line[0], line.at(-1)].flatMap((at) => (at === undefined ? [] : [nodeAt(at).id]))
      const far = ends.find((end) => !onPath.has(end)) ?? ends[0]
      const shaft = shaftOf(id)
      if (far !== undefined) shafts.set(shaft, [...(shafts.get(shaft) ?? []), { node: far, ordinal }])
    }
    nodes.push(...here)
  }
  const danglingPortals: string[] = []
  for (const [shaft, ends] of shafts) {
    const stops = ends.toSorted((a, b) => a.ordinal - b.ordinal)
    const rises = stops.slice(1).map((upper, n) => ({ lower: stops[n] ?? upper, upper, n }))
    const real = rises.filter(({ lower, upper }) => lower.ordinal !== upper.ordinal)
    if (real.length === 0) danglingPortals.push(shaft)
    for (const { lower, upper, n } of real) link(lower.node, upper.node, shaftKind(shaft), `${shaft}/${n}`)
  }
  return { nodes, links, danglingPortals }
}

function segmentsOf(line: readonly Point[], kind: LinkKind): { a: Point; b: Point; kind: LinkKind }[] {
  return line.slice(1).map((b, n) => ({ a: line[n] ?? b, b, kind }))
}

/** `Elev.1.floor2` is the shaft `Elev.1`, here where it leads to floor 2. */
function shaftOf(portalId: string): string {
  const parts = portalId.split('.')
  return parts.length > 1 ? parts.slice(0, -1).join('.') : portalId
}

function shaftKind(shaft: string): LinkKind {
  const name = shaft.toLowerCase()
  if (/^(elev|lift|ev)|エレベ/.test(name)) return 'elevator'
  if (/^esc|エスカ/.test(name)) return 'escalator'
  if (/^(ramp|slope)|スロープ/.test(name)) return 'ramp'
  return 'stairs'
}
