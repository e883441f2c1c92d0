import type { Texts, VenueModel } from '@akari/protocol'
import { floorsFromTop } from './floors.ts'

type PlaceOption = { value: string; label: string }
type PlaceGroup = { group: string; items: PlaceOption[] }

const KINDS = {
  any: (model: VenueModel) => [...model.occupants, ...model.kiosks, ...model.amenities, ...publicRooms(model)],
  places: (model: VenueModel) => [...model.occupants, ...model.amenities, ...publicRooms(model)],
  rooms: (model: VenueModel) => model.units.filter(({ passage }) => passage !== 'none'),
} as const

/**
 * What somebody can choose of a venue by its name, by floor from the top: `places` to go to, `any` with displays to start
 * from, `rooms` with those of staff. Of several of one name on a floor each is numbered.
 */
export function placeOptions(
  model: VenueModel,
  kind: keyof typeof KINDS,
  textIn: (texts: Texts) => string,
): PlaceGroup[] {
  const all = KINDS[kind](model)
  const taken = new Set<string>()
  return floorsFromTop(model.levels).flatMap(({ levels }) => {
    const here = new Set(levels.map(({ id }) => id))
    const [first] = levels
    const counted = new Map<string, number>()
    const items = all.flatMap(({ id, levelId, name }): PlaceOption[] => {
      if (!here.has(levelId) || name === null || taken.has(id)) return []
      taken.add(id)
      const label = textIn(name)
      const count = (counted.get(label) ?? 0) + 1
      counted.set(label, count)
      return [{ value: id, label: count === 1 ? label : `${label} (${count})` }]
    })
    return items.length === 0 || first === undefined ? [] : [{ group: textIn(first.shortName), items }]
  })
}

/** The name of a place; null where the venue has none of this id. */
export function nameOfPlace(model: VenueModel, id: string): Texts | null {
  const all = [...model.occupants, ...model.amenities, ...model.units, ...model.kiosks, ...model.openings]
  return all.find((each) => each.id === id)?.name ?? null
}

function publicRooms(model: VenueModel): VenueModel['units'] {
  const occupied = new Set(model.occupants.map(({ unitId, name }) => `${unitId ?? ''} ${name.ja}`))
  return model.units.filter(({ id, name, passage }) => passage === 'public' && !occupied.has(`${id} ${name?.ja ?? ''}`))
}
