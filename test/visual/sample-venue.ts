import { readdirSync, readFileSync } from 'node:fs'
import { samplePath } from '@akari/content-samples'
import type { Venue, VenueModel } from '@akari/protocol'
import { buildGraph, drawVenue, escapeRoutes, readVenue } from '@akari/wayfinding'

/** The sample's IMDF as the CMS would import it. Throws when it cannot be. */
export function sampleModel(): VenueModel {
  const names = readdirSync(samplePath('venue')).filter((name) => /\.(geo)?json$/.test(name))
  const { venue, problems } = readVenue(new Map(names.map((name) => [name, readFileSync(samplePath(`venue/${name}`))])))
  if (venue === null) throw new Error(`the sample venue cannot be imported: ${JSON.stringify(problems[0])}`)
  return venue
}

/** The same as displays draw it. */
export function sampleVenue(): Venue {
  const venue = sampleModel()
  const { graph } = buildGraph(venue)
  return drawVenue(venue, (kioskId) => escapeRoutes(venue, graph, kioskId))
}
