import type { Point } from '@akari/protocol'
import { distance, nearestOnSegment } from '../../model/geometry.ts'
import type { LinkKind, NetworkLink, NetworkNode } from '../../model/venue-model.ts'
import { fittingId } from '../fitting-id.ts'
import { nodeGrid } from './node-grid.ts'

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

/** Rooms, nodes, ways and rises never have one id, whatever somebody called a room. */
export function roomUnitId(levelId: string, roomId: string): string {
  return fittingId(`${levelId}:room:${roomId}`)
}

type Stop = { shaft: string; node: string; ordinal: number }
type SheetWays = { nodes: NetworkNode[]; links: NetworkLink[]; stops: Stop[] }

/** The ways drawn on plans as one network: paths that meet, doors at the ends of paths, portals of one name over the levels. */
export function drawnWays(sheets: readonly Sheet[]): {
  nodes: NetworkNode[]
  links: NetworkLink[]
  danglingPortals: string[]
} {
  const drawn = sheets.map(waysOf)
  const { rises, danglingPortals } = risesOf(drawn.flatMap(({ stops }) => stops))
  return {
    nodes: drawn.flatMap(({ nodes }) => nodes),
    links: [...drawn.flatMap(({ links }) => links), ...rises],
    danglingPortals,
  }
}

function waysOf({ levelId, ordinal, paths, doors, portals }: Sheet): SheetWays {
  const nodes: NetworkNode[] = []
  const grid = nodeGrid<NetworkNode>([...paths, ...[...doors, ...portals].map(({ line }) => line)].flat())
  const nodeAt = (at: Point): NetworkNode => {
    const near = grid.near([at], MEET_M).find((node) => distance(node.at, at) <= MEET_M)
    if (near !== undefined) return near
    const node = { id: `${levelId}:node:${nodes.length}`, levelId, at, outside: false, unitIds: [] }
    nodes.push(node)
    grid.add(node)
    return node
  }
  const pieces = [
    ...[...paths, ...doors.map(({ line }) => line)].flatMap((line) => segmentsOf(line, 'walk')),
    // The way into a lift belongs to it: there one waits.
    ...portals.flatMap(({ id, line }) => segmentsOf(line, shaftKind(shaftOf(id)) === 'elevator' ? 'elevator' : 'walk')),
  ]
  for (const { a, b } of pieces) for (const end of [a, b]) nodeAt(end)
  const onPath = new Set(paths.flatMap((line) => line.map((at) => nodeAt(at).id)))
  /** The end of a door or portal that is not on a path: the one in the room, or in the shaft. */
  const farEnd = (line: readonly Point[]): NetworkNode | undefined => {
    const ends = [line[0], line.at(-1)].flatMap((at) => (at === undefined ? [] : [nodeAt(at)]))
    return ends.find(({ id }) => !onPath.has(id)) ?? ends[0]
  }
  for (const { roomId, line } of doors) {
    const inside = farEnd(line)
    inside?.unitIds.push(roomUnitId(levelId, roomId))
    if (inside !== undefined && OUTSIDE.test(roomId)) inside.outside = true
  }
  const stops = portals.flatMap(({ id, line }): Stop[] => {
    const far = farEnd(line)
    return far === undefined ? [] : [{ shaft: shaftOf(id), node: far.id, ordinal }]
  })
  return {
    nodes,
    links: pieces.flatMap((piece, n) =>
      linksAlong(grid.near([piece.a, piece.b], MEET_M), piece, `${levelId}:way:${n}`),
    ),
    stops,
  }
}

/** A drawn piece as links between all that ends on it: a path that another one ends on is cut there. */
function linksAlong(nodes: readonly NetworkNode[], { a, b, kind }: Piece, id: string): NetworkLink[] {
  const stops = nodes
    .filter(({ at }) => distance(at, nearestOnSegment(at, a, b)) <= MEET_M)
    .toSorted((one, other) => distance(one.at, a) - distance(other.at, a))
  return stops.slice(1).map((stop, n) => linkOf(`${id}.${n}`, stops[n]?.id ?? stop.id, stop.id, kind))
}

/** Stops of one shaft joined from level to level; shafts that stop on one level only lead nowhere. */
function risesOf(stops: readonly Stop[]): { rises: NetworkLink[]; danglingPortals: string[] } {
  const shafts = Map.groupBy(stops, ({ shaft }) => shaft)
  const rises: NetworkLink[] = []
  const danglingPortals: string[] = []
  for (const [shaft, all] of shafts) {
    const sorted = all.toSorted((a, b) => a.ordinal - b.ordinal)
    const upper = sorted.slice(1).map((stop, n) => ({ from: sorted[n] ?? stop, to: stop }))
    const real = upper.filter(({ from, to }) => from.ordinal !== to.ordinal)
    if (real.length === 0) danglingPortals.push(shaft)
    for (const [n, { from, to }] of real.entries())
      rises.push(linkOf(fittingId(`rise:${n}:${shaft}`), from.node, to.node, shaftKind(shaft)))
  }
  return { rises, danglingPortals }
}

function linkOf(id: string, from: string, to: string, kind: LinkKind): NetworkLink {
  const open = { oneWay: false, metres: null, stepFree: true, tactile: false, passage: 'public' as const, hours: null }
  return { id, from, to, kind, ...open }
}

type Piece = { a: Point; b: Point; kind: LinkKind }

function segmentsOf(line: readonly Point[], kind: LinkKind): Piece[] {
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
