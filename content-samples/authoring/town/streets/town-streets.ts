import { LOOPS, STOPS } from '../../timetable/network.ts'
import { AREAS, BOUNDARY, LINES, PLACES } from '../town.ts'
import { banks, block, distanceToLine, isInside, longer, seededRandom, smooth, type Spot } from './plane.ts'

/** Something of the town's streets: in which layer of Protomaps' schema, as what, and where. */
export interface StreetThing {
  layer: 'landuse' | 'water' | 'roads' | 'buildings'
  kind: string
  shape: 'area' | 'line'
  points: readonly Spot[]
}

/** How far the streets reach: beyond the town on all sides, so that they do not end on the glass. */
const REACH = { east: 2500, north: 3000 }
const LEAST_STEP = 82
const BEYOND = 1600

const random = seededRandom(20_260_415)
const rail = smooth(longer(lineOf('rail'), BEYOND))
const river = smooth(longer(lineOf('river'), BEYOND))
const avenues = LINES.filter(({ kind }) => kind === 'road').map(({ points }) => longer(points, BEYOND))
const busRoads = LOOPS.map(({ stops }) => busLine(['hall', ...stops, 'hall']))
const parks = AREAS.filter(({ kind }) => kind === 'park').map(({ ring }) => smooth([...ring, ...ring.slice(0, 1)]))
const ponds = AREAS.filter(({ kind }) => kind === 'water').map(({ ring }) => smooth([...ring, ...ring.slice(0, 1)]))
const grounds = PLACES.filter(([, kind]) => kind === 'school' || kind === 'hospital').map(([, kind, [x, y]]) => ({
  kind,
  ring: block([x, y - 14], kind === 'school' ? 150 : 110, kind === 'school' ? 120 : 80),
}))
const [columns, rows] = [gridLines(REACH.east), gridLines(REACH.north)]

/** All of it, the same at every run, from the ground up. */
export function townStreets(): StreetThing[] {
  const cells = cellsOf()
  return [
    ...grounds.map(({ kind, ring }) => area('landuse', kind, ring)),
    ...cells
      .filter(({ use }) => use === 'farmland' || use === 'park')
      .map(({ use, ring }) => area('landuse', use, ring)),
    ...parks.map((ring) => area('landuse', 'park', ring)),
    area('water', 'river', banks(river, 34)),
    ...ponds.map((ring) => area('water', 'lake', ring)),
    ...lanes().map((points) => line('minor_road', points)),
    ...busRoads.map((points) => line('medium_road', points)),
    ...avenues.map((points) => line('major_road', points)),
    line(
      'path',
      river.map(([x, y]): Spot => [x + 34, y + 30]),
    ),
    line('rail', rail),
    ...landmarks().map((ring) => area('buildings', 'building', ring)),
    ...cells
      .flatMap(({ use, ring }) => (use === 'houses' ? housesIn(ring) : []))
      .map((ring) => area('buildings', 'building', ring)),
  ]
}

function area(layer: StreetThing['layer'], kind: string, points: readonly Spot[]): StreetThing {
  return { layer, kind, shape: 'area', points: [...points, ...points.slice(0, 1)] }
}

function line(kind: string, points: readonly Spot[]): StreetThing {
  return { layer: 'roads', kind, shape: 'line', points }
}

function lineOf(kind: 'rail' | 'river'): readonly Spot[] {
  return LINES.find((each) => each.kind === kind)?.points ?? []
}

/** As the timetable draws it: from stop to stop by way of one corner. */
function busLine(stops: readonly string[]): Spot[] {
  const at = new Map(STOPS.map(([id, east, north]): [string, Spot] => [id, [east, north]]))
  const points = stops.map((id): Spot => at.get(id) ?? [0, 0])
  return points.flatMap((point, n): Spot[] => {
    const next = points[n + 1]
    if (next === undefined) return [point]
    return [point, n % 2 === 0 ? [next[0], point[1]] : [point[0], next[1]]]
  })
}

function gridLines(reach: number): number[] {
  const lines: number[] = []
  for (let at = -reach; at < reach; at += LEAST_STEP + random() * 56) lines.push(at)
  return lines
}

/** Old lanes are not straight. */
function bent([x, y]: Spot): Spot {
  return [
    x + 62 * Math.sin(y / 640 + x / 1100) + 15 * Math.sin(y / 210) + 6 * Math.sin(y / 61 + x / 400),
    y + 70 * Math.sin(x / 720 + y / 1500) + 13 * Math.sin(x / 250) + 6 * Math.sin(x / 73),
  ]
}

function lanes(): Spot[][] {
  const pieces: Spot[][] = []
  for (const [n, x] of columns.entries())
    for (const [m, y] of rows.entries()) {
      const [right, upper] = [columns[n + 1], rows[m + 1]]
      if (right !== undefined)
        pieces.push([
          [x, y],
          [(x + right) / 2, y],
          [right, y],
        ])
      if (upper !== undefined)
        pieces.push([
          [x, y],
          [x, (y + upper) / 2],
          [x, upper],
        ])
    }
  return pieces.map((piece) => piece.map(bent)).filter((piece) => isLane(piece))
}

/** Lanes stop at parks, rarely cross the rails or the river, and do not run beside a road that is there already. */
function isLane(piece: readonly Spot[]): boolean {
  const [from = [0, 0], middle = [0, 0], to = [0, 0]] = piece
  if (random() < 0.16) return false
  if ([...parks, ...grounds.map(({ ring }) => ring)].some((ring) => piece.some((spot) => isInside(spot, ring))))
    return false
  const near = (far: number, road: readonly Spot[]): boolean => piece.every((spot) => distanceToLine(spot, road) < far)
  if ([...busRoads, ...avenues].some((road) => near(38, road))) return false
  const bridged = random() < 0.24
  const crosses = (road: readonly Spot[], far: number): boolean =>
    [from, middle, to].some((spot) => distanceToLine(spot, road) < far)
  return bridged ? !near(45, rail) && !near(45, river) : !crosses(rail, 48) && !crosses(river, 56)
}

interface Cell {
  use: 'houses' | 'farmland' | 'park' | 'none'
  ring: Spot[]
}

function cellsOf(): Cell[] {
  const cells: Cell[] = []
  for (const [n, x] of columns.entries())
    for (const [m, y] of rows.entries()) {
      const [right, upper] = [columns[n + 1], rows[m + 1]]
      if (right === undefined || upper === undefined) continue
      const ring: Spot[] = [
        [x + 7, y + 7],
        [right - 7, y + 7],
        [right - 7, upper - 7],
        [x + 7, upper - 7],
      ]
      cells.push({ use: useOf([(x + right) / 2, (y + upper) / 2], ring), ring: ring.map(bent) })
    }
  return cells
}

function useOf(middle: Spot, ring: readonly Spot[]): Cell['use'] {
  const chance = random()
  const isOfTown = isInside(middle, BOUNDARY)
  const isClear = ![...busRoads, ...avenues, rail, river].some((road) =>
    [middle, ...ring].some((spot) => distanceToLine(bent(spot), road) < 40),
  )
  if (!isClear) return 'houses'
  if (chance < 0.02) return 'park'
  // Fields lie together.
  const isOfFields = Math.sin(middle[0] / 330 + 2) * Math.sin(middle[1] / 290 + 1) > 0.45
  if (chance < (isOfFields ? 0.62 : isOfTown ? 0.02 : 0.08)) return 'farmland'
  return !isOfTown && chance < 0.2 ? 'none' : 'houses'
}

/** Two rows of houses, back to back, where nothing else is. */
function housesIn(ring: readonly Spot[]): Spot[][] {
  const [[left, low] = [0, 0], , [right, high] = [0, 0]] = ring
  const houses: Spot[][] = []
  for (const y of [low + (high - low) * 0.26, low + (high - low) * 0.74])
    for (let x = left + 9; x < right - 8; ) {
      const [wide, deep] = [11 + random() * 9, (high - low) * (0.22 + random() * 0.16)]
      const house = block([x + wide / 2, y + (random() - 0.5) * 4], wide, deep, (random() - 0.5) * 0.08)
      if (random() < 0.9 && house.every(isFree)) houses.push(house)
      x += wide + 5 + random() * 6
    }
  return houses
}

function isFree(spot: Spot): boolean {
  if (distanceToLine(spot, river) < 26 || distanceToLine(spot, rail) < 14) return false
  if (avenues.some((road) => distanceToLine(spot, road) < 16)) return false
  if (busRoads.some((road) => distanceToLine(spot, road) < 11)) return false
  if ([...parks, ...grounds.map(({ ring }) => ring)].some((ring) => isInside(spot, ring))) return false
  return !PLACES.some(([, , [x, y]]) => Math.abs(spot[0] - x) < 46 && Math.abs(spot[1] - y) < 38)
}

/** The buildings of the places that the map names. */
function landmarks(): Spot[][] {
  return PLACES.flatMap(([, kind, [x, y]]) => {
    if (kind === 'park') return []
    if (kind === 'school')
      return [block([x, y + 24], 96, 18), block([x - 46, y - 8], 16, 44), block([x + 44, y - 50], 34, 26)]
    if (kind === 'cityHall') return [block([x, y], 64, 34), block([x - 22, y + 26], 24, 20)]
    if (kind === 'station') return [block([x, y - 4], 90, 22)]
    if (kind === 'hospital') return [block([x, y], 66, 30), block([x + 12, y - 26], 28, 22)]
    return [block([x, y], 36 + random() * 14, 22 + random() * 8)]
  })
}
