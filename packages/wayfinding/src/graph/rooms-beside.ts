import { middleOf } from '../model/geometry.ts'
import type { ModelUnit, VenueModel } from '../model/venue-model.ts'
import { areasOf, indexAreas } from './areas.ts'
import { portalOf } from './portals.ts'

/** The rooms that a door leads between, as ways are found: two, or one where it leads out of doors or the plan has a gap. */
export function roomsBeside(model: VenueModel, openingId: string): ModelUnit[] {
  const opening = model.openings.find(({ id }) => id === openingId)
  const ordinal = model.levels.find(({ id }) => id === opening?.levelId)?.ordinal
  if (opening === undefined || ordinal === undefined) return []
  const near = indexAreas(areasOf(model)).near(ordinal, middleOf(opening.line))
  return portalOf(opening, near).sides.map(({ unit }) => unit)
}
