import type { Texts } from '@akari/protocol'
import type { Field } from './word-fields.ts'

/** Something that visitors can look for, with all that it is found by. */
export type Entry = {
  /** Of the place, the errand or the question. */
  id: string
  kind: 'occupant' | 'amenity' | 'unit' | 'errand' | 'faq'
  /** Where one goes for it; null where a question is answered on the spot, or its place is not on the map. */
  placeId: string | null
  levelId: string | null
  name: Texts
  category: string
  counters: readonly number[]
  hours: string | null
  fields: readonly Field[]
  nodes: readonly number[]
}
