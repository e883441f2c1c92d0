import { contains, distance } from '../model/geometry.ts'
import { type ShaftKind, shaftKindOf } from '../model/shaft-kind.ts'
import type { ModelRelation } from '../model/venue-model.ts'
import { type Area, isShaft } from './areas.ts'

/** Share of the smaller of two units on neighbouring levels that must lie under the other for them to be one shaft. */
const OVERLAP = 0.3
/** Two staircases of one name farther apart than this are two. */
const SAME_NAME_M = 15
const SAMPLES = 12
/** Over how many levels a flight may lead: a lift may pass levels by, stairs at most a mezzanine. */
const MOST_FLOORS: Record<ShaftKind, number> = { elevator: 4, stairs: 2, escalator: 1 }

/** Two units one above the other that a shaft joins, the lower first. */
export type ShaftLink = { lower: Area; upper: Area }

/**
 * Which stairs, lifts and escalators on different levels are one: what the data join first (an identifier, then a name that
 * no two have on one level), then what lies on top of each other, the best fit first, each unit once upwards and once downwards.
 */
export function shaftLinks(areas: readonly Area[], relations: readonly ModelRelation[]): ShaftLink[] {
  const shafts = areas.filter(({ unit }) => isShaft(unit))
  const links: ShaftLink[] = []
  const up = new Set<Area>()
  const down = new Set<Area>()
  const byId = new Map(shafts.map((area) => [area.unit.id, area]))
  for (const { from, to } of relations) {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (a === undefined || b === undefined || a.ordinal === b.ordinal) continue
    const [lower, upper] = a.ordinal < b.ordinal ? [a, b] : [b, a]
    up.add(lower)
    down.add(upper)
  }
  const link = (lower: Area, upper: Area): void => {
    if (up.has(lower) || down.has(upper)) return
    up.add(lower)
    down.add(upper)
    links.push({ lower, upper })
  }
  for (const [lower, upper] of neighbours(chainsBy(shafts, ({ unit }) => unit.shaft))) link(lower, upper)
  for (const [lower, upper] of neighbours(chainsBy(shafts, uniqueName(shafts))))
    if (mayBeOne(lower, upper)) link(lower, upper)
  for (const { lower, upper } of overlaps(shafts)) link(lower, upper)
  return links
}

/** Units with the same key, lowest first; of several on one ordinal the first. */
function chainsBy(shafts: readonly Area[], keyOf: (area: Area) => string | null): Area[][] {
  const chains = new Map<string, Area[]>()
  for (const area of shafts.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const key = keyOf(area)
    if (key === null) continue
    const chain = chains.get(`${area.unit.kind} ${key}`) ?? []
    if (chain.at(-1)?.ordinal !== area.ordinal) chain.push(area)
    chains.set(`${area.unit.kind} ${key}`, chain)
  }
  return [...chains.values()]
}

function neighbours(chains: readonly Area[][]): [lower: Area, upper: Area][] {
  return chains.flatMap((chain) => chain.slice(1).map((upper, n): [Area, Area] => [chain[n] ?? upper, upper]))
}

/** A name that two of a kind have on any level tells nothing, on no level: a chain would pass that level by. */
function uniqueName(shafts: readonly Area[]): (area: Area) => string | null {
  const count = new Map<string, number>()
  const keyOf = ({ unit, ordinal }: Area) => `${ordinal} ${unit.kind} ${unit.name?.ja ?? ''}`
  for (const area of shafts) count.set(keyOf(area), (count.get(keyOf(area)) ?? 0) + 1)
  const shared = new Set(
    shafts.filter((area) => (count.get(keyOf(area)) ?? 0) > 1).map(({ unit }) => `${unit.kind} ${unit.name?.ja ?? ''}`),
  )
  return ({ unit }) => (unit.name === null || shared.has(`${unit.kind} ${unit.name.ja}`) ? null : unit.name.ja)
}

/** Of one name and near each other, and not told apart by their identifiers. */
function mayBeOne(a: Area, b: Area): boolean {
  const isToldApart = a.unit.shaft !== null && b.unit.shaft !== null && a.unit.shaft !== b.unit.shaft
  return !isToldApart && distance(a.unit.labelAt, b.unit.labelAt) <= SAME_NAME_M
}

/** Pairs that overlap, on neighbouring ordinals before those farther apart, the best fit first. */
function overlaps(shafts: readonly Area[]): ShaftLink[] {
  const ordinals = [...new Set(shafts.map(({ ordinal }) => ordinal))].toSorted((a, b) => a - b)
  const rank = new Map(ordinals.map((ordinal, n) => [ordinal, n]))
  const pairs = shafts.flatMap((lower) =>
    shafts.flatMap((upper) => {
      const floors = (rank.get(upper.ordinal) ?? 0) - (rank.get(lower.ordinal) ?? 0)
      if (floors < 1 || lower.unit.kind !== upper.unit.kind || floors > mostFloors(lower)) return []
      const share = overlapOf(lower, upper)
      return share > OVERLAP ? [{ lower, upper, floors, share }] : []
    }),
  )
  return pairs.toSorted((a, b) => a.floors - b.floors || b.share - a.share)
}

function mostFloors({ unit }: Area): number {
  const kind = shaftKindOf(unit.kind)
  return kind === null ? 0 : MOST_FLOORS[kind]
}

/** Share of the smaller area that the other covers, by points of a grid over what their boxes have in common. */
function overlapOf(a: Area, b: Area): number {
  const [minX, maxX] = [Math.max(a.box.minX, b.box.minX), Math.min(a.box.maxX, b.box.maxX)]
  const [minY, maxY] = [Math.max(a.box.minY, b.box.minY), Math.min(a.box.maxY, b.box.maxY)]
  if (minX >= maxX || minY >= maxY) return 0
  let both = 0
  for (let column = 0; column < SAMPLES; column++) {
    for (let row = 0; row < SAMPLES; row++) {
      const x = minX + ((maxX - minX) * (column + 0.5)) / SAMPLES
      const y = minY + ((maxY - minY) * (row + 0.5)) / SAMPLES
      if ([a, b].every(({ unit }) => unit.shape.some((polygon) => contains(polygon, [x, y])))) both++
    }
  }
  const commonM = (both / SAMPLES ** 2) * (maxX - minX) * (maxY - minY)
  return commonM / Math.max(Math.min(a.squareM, b.squareM), 0.01)
}
