import type { LinkKind, NetworkLink, NetworkNode, Point, VenueEdits, VenueModel } from '@akari/protocol'
import { changes } from './changes.ts'

/** Where a way that is drawn begins or ends: at a point of the network, or somewhere on a level. */
export type WayEnd = { nodeId: string } | { levelId: string; at: Point }

/** A way between two ends, with points of the network where there were none; `newId` names what is new. */
export function drawnWay(
  edits: VenueEdits,
  model: VenueModel,
  [from, to]: readonly [WayEnd, WayEnd],
  newId: () => string,
): { edits: VenueEdits; linkId: string; toId: string } {
  const [a, b] = [nodeOf(model, edits, from, newId), nodeOf(model, edits, to, newId)]
  const kind: LinkKind = ordinalOf(model, a) === ordinalOf(model, b) ? 'walk' : 'stairs'
  const link: NetworkLink = {
    id: newId(),
    from: a.id,
    to: b.id,
    kind,
    oneWay: false,
    metres: null,
    stepFree: isStepFree(kind),
    tactile: false,
    passage: 'public',
    hours: null,
  }
  const ends = [a, b].filter(({ id }) => nodesOf(model, edits).every((node) => node.id !== id))
  const withEnds = ends.reduce(changes.node, edits)
  return { edits: changes.link(withEnds, link), linkId: link.id, toId: b.id }
}

/** What is true of a kind of way unless somebody says otherwise. */
export function isStepFree(kind: LinkKind): boolean {
  return kind !== 'steps' && kind !== 'stairs' && kind !== 'escalator'
}

/** The same way the other way round. */
export function turned(link: NetworkLink): NetworkLink {
  const { bends, ...straight } = link
  const back = bends === undefined ? {} : { bends: bends.toReversed() }
  return { ...straight, ...back, from: link.to, to: link.from }
}

function nodesOf(model: VenueModel, edits: VenueEdits): readonly NetworkNode[] {
  return [...edits.nodes, ...(model.network?.nodes ?? [])]
}

function nodeOf(model: VenueModel, edits: VenueEdits, end: WayEnd, newId: () => string): NetworkNode {
  if ('nodeId' in end) {
    const known = nodesOf(model, edits).find(({ id }) => id === end.nodeId)
    if (known !== undefined) return known
    throw new Error(`no point ${end.nodeId} in the network`)
  }
  return { id: newId(), levelId: end.levelId, at: end.at, outside: false, unitIds: [] }
}

function ordinalOf(model: VenueModel, { levelId }: NetworkNode): number | undefined {
  return model.levels.find(({ id }) => id === levelId)?.ordinal
}
