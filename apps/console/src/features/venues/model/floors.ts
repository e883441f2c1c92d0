import type { Point, VenueModel } from '@akari/protocol'

/** What lies at one height, the highest first: several levels may share an ordinal. */
export function floorsFromTop<T extends { ordinal: number }>(levels: readonly T[]): { ordinal: number; levels: T[] }[] {
  const ordinals = [...new Set(levels.map(({ ordinal }) => ordinal))].toSorted((a, b) => b - a)
  return ordinals.map((ordinal) => ({ ordinal, levels: levels.filter((level) => level.ordinal === ordinal) }))
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
