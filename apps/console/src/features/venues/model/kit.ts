import type { Venue, VenueEdits, VenueModel } from '@akari/protocol'
import { type BuiltGraph, buildGraph, drawVenue, editVenue, venueReport, type VenueReport } from '@akari/wayfinding'

/** A venue as edited, ready to be drawn, walked and judged. Plain data, so that a worker makes it. */
export type VenueKit = {
  model: VenueModel
  venue: Venue
  built: BuiltGraph
  /** Without what the import itself reported. */
  report: VenueReport
}

/** Makes a plan with its edits ready; takes up to seconds for a large building. */
export function venueKit(imported: VenueModel, edits: VenueEdits): VenueKit {
  const model = editVenue(imported, edits).model
  const built = buildGraph(model)
  return { model, venue: drawVenue(model, () => []), built, report: venueReport({ venue: model, problems: [] }, built) }
}
