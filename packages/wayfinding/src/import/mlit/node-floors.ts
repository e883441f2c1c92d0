import type { MlitLayers } from './layers.ts'

type NodeDraft = MlitLayers['nodes'][number]

/** Which ordinal a node stands at (null where nothing says), and whether there is no other way to read it. */
export type NodeFloors = { ordinalOf: (node: NodeDraft) => number | null; isCertain: boolean }

/**
 * Nodes say `ordinal` (the entrance floor is 0) or `floor`, and whoever writes `floor` begins with 0 in one building and with 1 in
 * the next (歩行空間ネットワークデータ等整備仕様: either member; facts of JR East's layers). The levels that are drawn decide: the reading
 * under which every whole floor is one of them. Where both are so, or neither, it is read as an ordinal, and said.
 */
export function nodeFloors(nodes: readonly NodeDraft[], drawn: ReadonlySet<number>): NodeFloors {
  const floors = new Set(
    nodes.flatMap(({ properties: { ordinal, floor } }) =>
      ordinal === null && floor !== null && Number.isInteger(floor) ? [floor] : [],
    ),
  )
  const areDrawn = (read: (floor: number) => number): boolean => [...floors].every((floor) => drawn.has(read(floor)))
  const isOrdinal = areDrawn((floor) => floor)
  // The storey 0 is none: whoever counts from 1 does not have it.
  const isStorey = !floors.has(0) && areDrawn(storeyOrdinal)
  const read = isStorey && !isOrdinal ? storeyOrdinal : (floor: number) => floor
  return {
    ordinalOf: ({ properties: { ordinal, floor } }) => ordinal ?? (floor === null ? null : read(floor)),
    isCertain: floors.size === 0 || isOrdinal !== isStorey,
  }
}

/** Of a floor as it is written beside lifts: 1 is the entrance floor, −1 the first below it. */
function storeyOrdinal(floor: number): number {
  return floor >= 1 ? floor - 1 : floor
}
