import type { ModelUnit, Point, VenueModel } from '@akari/protocol'
import { contains } from '@akari/wayfinding'

/** What lies at one height, the highest first: several levels may share an ordinal. */
export function floorsFromTop<T extends { ordinal: number }>(levels: readonly T[]): { ordinal: number; levels: T[] }[] {
  const ordinals = [...new Set(levels.map(({ ordinal }) => ordinal))].toSorted((a, b) => b - a)
  return ordinals.map((ordinal) => ({ ordinal, levels: levels.filter((level) => level.ordinal === ordinal) }))
}

/** The level that people come in on. */
export function entranceLevel({ levels }: Pick<VenueModel, 'levels'>): string {
  return (levels.find(({ ordinal }) => ordinal === 0) ?? levels[0])?.id ?? ''
}

/** A level with all others of its height: what is seen together. */
export function levelsBeside({ levels }: Pick<VenueModel, 'levels'>, levelId: string): ReadonlySet<string> {
  const ordinal = levels.find(({ id }) => id === levelId)?.ordinal
  return new Set(levels.filter((level) => level.ordinal === ordinal).map(({ id }) => id))
}

/** Where something of a venue is: what the plan shows when somebody asks for it. Null where it is nowhere (a file). */
export function placeOf(model: VenueModel, id: string): { levelId: string; at: Point } | null {
  const unit = model.units.find((each) => each.id === id)
  if (unit !== undefined) return { levelId: unit.levelId, at: unit.labelAt }
  const opening = model.openings.find((each) => each.id === id)
  const [first] = opening?.line ?? []
  if (opening !== undefined && first !== undefined) return { levelId: opening.levelId, at: first }
  const level = model.levels.find((each) => each.id === id)
  const corner = level?.outline[0]?.[0]?.[0]
  if (level !== undefined && corner !== undefined) return { levelId: level.id, at: corner }
  const nodes = model.network?.nodes ?? []
  const link = model.network?.links.find((each) => each.id === id)
  const end = nodes.find((node) => node.id === (link?.from ?? id))
  return [...model.occupants, ...model.amenities, ...model.kiosks].find((each) => each.id === id) ?? end ?? null
}

/** The smallest room that holds a point of a level; null out of doors. */
export function roomAt(model: VenueModel, levelId: string, at: Point): ModelUnit | null {
  const around = model.units.filter(
    (unit) => unit.levelId === levelId && unit.shape.some((polygon) => contains(polygon, at)),
  )
  return around.toSorted((a, b) => spanOf(a) - spanOf(b))[0] ?? null
}

/** Square metres of the box around a room: enough to tell the room from the hall it stands in. */
function spanOf({ shape }: ModelUnit): number {
  const points = shape.flat(2)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
}
