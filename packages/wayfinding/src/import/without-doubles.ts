import type { VenueModel } from '../model/venue-model.ts'
import type { ReportProblem } from './import-problem.ts'

/**
 * A venue in which no two things that ways lead to or along have one id, in whatever files they came: of doubles the first is
 * kept and the others are reported, with the links that led to them.
 */
export function withoutDoubles(venue: VenueModel, report: ReportProblem): VenueModel {
  const kindOf = new Map<string, string>()
  const fileOf = (kind: string) => (venue.format === 'imdf' ? `${kind}.geojson` : kind)
  const first = <T extends { id: string }>(kind: string, features: readonly T[]): T[] =>
    features.filter(({ id }) => {
      const known = kindOf.get(id)
      if (known === undefined) kindOf.set(id, kind)
      else report({ code: 'duplicate-id', file: fileOf(kind), featureId: id, detail: fileOf(known) })
      return known === undefined
    })
  const features = {
    units: first('unit', venue.units),
    openings: first('opening', venue.openings),
    amenities: first('amenity', venue.amenities),
    occupants: first('occupant', venue.occupants),
    kiosks: first('kiosk', venue.kiosks),
  }
  if (venue.network === null) return { ...venue, ...features }
  const nodes = first('network', venue.network.nodes)
  const known = new Set(nodes.map(({ id }) => id))
  const links = first('network', venue.network.links).filter(({ id, from, to }) => {
    const missing = [from, to].find((end) => !known.has(end))
    if (missing !== undefined)
      report({ code: 'link-dangling', file: fileOf('network'), featureId: id, detail: missing })
    return missing === undefined
  })
  return { ...venue, ...features, network: { ...venue.network, nodes, links } }
}
