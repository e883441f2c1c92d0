import { type Venue, VenueGuide } from '@akari/protocol'
import { type BuiltGraph, buildGraph, drawVenue, escapeRoutes, indexVenue, type VenueIndex } from '@akari/wayfinding'

/** A guide ready to answer: what to draw, the ways through it, and what can be looked for. Plain data, so that a worker makes it. */
export interface GuideKit {
  guide: VenueGuide
  venue: Venue
  built: BuiltGraph
  index: VenueIndex
}

/** Makes a guide ready; takes up to seconds for a large building. Throws where the document is not one. */
export function guideKit(document: unknown): GuideKit {
  const guide = VenueGuide.parse(document)
  const built = buildGraph(guide.venue)
  return {
    guide,
    venue: drawVenue(guide.venue, (kioskId) => escapeRoutes(guide.venue, built.graph, kioskId)),
    built,
    index: indexVenue(guide.venue, built.graph, guide),
  }
}
