import type { GuideShelter, VenueEdits, VenueGuide } from '@akari/protocol'
import type { VenueModel } from '../model/venue-model.ts'
import { placesOf } from './edit-venue.ts'

/**
 * All that a display needs of an edited venue. Errands that lead nowhere are left out; a question keeps its answer without its
 * way. The same input always gives the same document.
 */
export function compileGuide(
  venue: VenueModel,
  { errands, faqs, synonyms, recordings = [] }: VenueEdits,
  shelters: readonly GuideShelter[],
): VenueGuide {
  const places = placesOf(venue)
  return {
    format: 1,
    venue,
    errands: errands.filter(({ placeId }) => places.has(placeId)),
    faqs: faqs.map((faq) => (faq.placeId === null || places.has(faq.placeId) ? faq : { ...faq, placeId: null })),
    synonyms,
    shelters: [...shelters],
    ...(recordings.length === 0 ? {} : { recordings }),
  }
}
