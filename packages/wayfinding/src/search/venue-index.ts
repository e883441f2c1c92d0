import { type Texts, withoutRuby } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { type Asked, askedEntries, NOTHING_ASKED } from './asked-entries.ts'
import type { Entry } from './entry.ts'
import { withSynonyms } from './synonyms.ts'
import { categoryFields, fieldsOf, procedureFields, withoutDoubles } from './word-fields.ts'

export type VenueIndex = { entries: readonly Entry[] }

const KEYWORD = 0.85
type Named = {
  id: string
  levelId: string
  name: Texts | null
  category: string
  readings: readonly string[]
  hours: string | null
}

/**
 * Everything that people can look for, with all that it may be called: places, and what staff have written down that people
 * `asked` for. Staff rooms and who sits in them are found by `staff` alone.
 */
export function indexVenue(
  venue: VenueModel,
  graph: Graph,
  asked: Asked = NOTHING_ASKED,
  who: 'visitor' | 'staff' = 'visitor',
): VenueIndex {
  const entry = (
    kind: Entry['kind'],
    { id, levelId, name, category, readings, hours }: Named,
    more: { counters?: readonly number[]; keywords?: readonly string[] } = {},
  ): Entry[] => {
    const byCategory = categoryFields(category)
    if (name === null && byCategory.length === 0) return []
    const shown = name ?? { ja: category }
    const names = Object.values(shown).flatMap((text) => (text === undefined ? [] : [withoutRuby(text)]))
    const fields = [
      ...(name === null ? [] : [...names, ...readings].flatMap((text) => fieldsOf(text, 1))),
      ...(more.keywords ?? []).flatMap((word) => fieldsOf(word, KEYWORD)),
      ...(kind === 'occupant' ? procedureFields(shown.ja) : []),
      ...byCategory,
    ]
    const base = { id, kind, placeId: id, levelId, name: shown, category, hours, counters: more.counters ?? [] }
    return [{ ...base, fields: withoutDoubles(fields), nodes: graph.places.get(id) ?? [] }]
  }
  // A room that has an office or a sign of its own in it goes by that.
  const occupied = new Set(venue.occupants.map(({ unitId, name }) => `${unitId ?? ''} ${name.ja}`))
  const signed = new Set(venue.amenities.map(({ unitId }) => unitId))
  const rooms = venue.units.filter(
    ({ id, name, kind, passage }) =>
      passage === 'public' && kind !== 'walkway' && !occupied.has(`${id} ${name?.ja ?? ''}`) && !signed.has(id),
  )
  const closedTo = new Set(venue.units.filter(({ passage }) => passage !== 'public').map(({ id }) => id))
  const met = venue.occupants.filter(({ unitId }) => who === 'staff' || unitId === null || !closedTo.has(unitId))
  const places = [
    ...met.flatMap((one) => entry('occupant', one, { counters: one.counters, keywords: one.keywords })),
    ...venue.amenities.flatMap((one) => entry('amenity', one)),
    ...rooms.flatMap((one) => entry('unit', one)),
  ]
  return { entries: withSynonyms([...places, ...askedEntries(venue, graph, asked)], asked.synonyms) }
}
