import { readAloud, type Texts, type VenueGuide, withoutRuby } from '@akari/protocol'
import type { Graph } from '../graph/graph.ts'
import { featuresOf } from '../model/features.ts'
import type { VenueModel } from '../model/venue-model.ts'
import type { Entry } from './entry.ts'
import { type Field, fieldsOf, withoutDoubles } from './word-fields.ts'

/** What staff have written down of what people ask for. */
export type Asked = Pick<VenueGuide, 'errands' | 'faqs' | 'synonyms'>
export const NOTHING_ASKED: Asked = { errands: [], faqs: [], synonyms: [] }

/** An errand by its name is what was meant; a question holds many words that say little. */
const WEIGHT = { errand: 1, question: 0.75, word: 0.85 }

/** Errands and questions as what can be looked for; each leads to its place where it has one on the map. */
export function askedEntries(venue: VenueModel, graph: Graph, { errands, faqs }: Asked): Entry[] {
  const levels = new Map(featuresOf(venue).map(({ id, levelId }) => [id, levelId]))
  const entry = (kind: 'errand' | 'faq', id: string, name: Texts, placeId: string | null, fields: Field[]): Entry => {
    const nodes = placeId === null ? [] : (graph.places.get(placeId) ?? [])
    const isThere = placeId !== null && nodes.length > 0
    return {
      id,
      kind,
      placeId: isThere ? placeId : null,
      levelId: isThere ? (levels.get(placeId) ?? null) : null,
      name,
      category: kind,
      counters: [],
      hours: null,
      fields: withoutDoubles(fields),
      nodes,
    }
  }
  return [
    ...errands.map(({ id, name, words, placeId }) =>
      entry('errand', id, name, placeId, [...textFields(name, WEIGHT.errand), ...wordFields(words)]),
    ),
    ...faqs.map(({ id, question, words, placeId }) =>
      entry('faq', id, question, placeId, [...textFields(question, WEIGHT.question), ...wordFields(words)]),
    ),
  ]
}

/** In every language, as written and as read: やさしい日本語 brings the reading in kana along. */
function textFields(texts: Texts, weight: number): Field[] {
  return Object.values(texts).flatMap((text) =>
    text === undefined ? [] : [withoutRuby(text), readAloud(text)].flatMap((form) => fieldsOf(form, weight)),
  )
}

function wordFields(words: readonly string[]): Field[] {
  return words.flatMap((word) => fieldsOf(word, WEIGHT.word))
}
