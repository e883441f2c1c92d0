import { buildGraph, type Graph, type VenueModel } from '@akari/wayfinding'

const FLOORS = 10
const STEP_M = 3

/**
 * A building of ten floors whose ways are a grid with every seventh cross-way walled off, joined by stairs and lifts at eight
 * places, of about so many nodes; the same each time.
 */
export function gridGraph(nodeCount: number): Graph {
  const side = Math.round(Math.sqrt(nodeCount / FLOORS))
  const floors = Array.from({ length: FLOORS }, (_, floor) => floor)
  const cells = Array.from({ length: side * side }, (_, cell) => cell)
  const idOf = (floor: number, cell: number) => `${floor}.${cell}`
  const isDoor = (floor: number, cell: number) => floor === 0 && cell % (side * 9) === 0
  const link = (id: string, from: string, to: string, kind: 'walk' | 'stairs' | 'elevator') => ({
    id,
    from,
    to,
    kind,
    oneWay: false,
    metres: null,
    stepFree: true,
    tactile: false,
    passage: 'public' as const,
    hours: null,
  })
  const venue: VenueModel = {
    format: 'imdf',
    id: 'grid',
    name: { ja: '格子' },
    widthM: side * STEP_M,
    heightM: side * STEP_M,
    northDeg: 0,
    levels: floors.map((floor) => ({
      id: String(floor),
      ordinal: floor,
      shortName: { ja: `${floor + 1}F` },
      outline: [],
      outdoor: false,
    })),
    units: [],
    openings: [],
    amenities: [],
    occupants: [],
    kiosks: [],
    relations: [],
    network: {
      whole: true,
      nodes: floors.flatMap((floor) =>
        cells.map((cell) => ({
          id: idOf(floor, cell),
          levelId: String(floor),
          at: [(cell % side) * STEP_M, Math.floor(cell / side) * STEP_M] as [number, number],
          outside: isDoor(floor, cell),
          unitIds: [],
        })),
      ),
      links: floors.flatMap((floor) =>
        cells.flatMap((cell) => {
          const here = idOf(floor, cell)
          const isLast = cell % side === side - 1
          const right = isLast ? [] : [link(`${here}r`, here, idOf(floor, cell + 1), 'walk')]
          const isWalled = (cell * 31 + floor) % 7 < 3 || cell + side >= side * side
          const down = isWalled ? [] : [link(`${here}d`, here, idOf(floor, cell + side), 'walk')]
          const isShaft = cell % Math.floor((side * side) / 8) === 0 && floor < FLOORS - 1
          const up = isShaft
            ? [link(`${here}u`, here, idOf(floor + 1, cell), cell % 2 === 0 ? 'stairs' : 'elevator')]
            : []
          return [...right, ...down, ...up]
        }),
      ),
    },
  }
  return buildGraph(venue).graph
}
