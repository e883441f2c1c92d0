import { readdirSync, readFileSync } from 'node:fs'
import { type ReadVenue, readVenue } from '../import/read-venue.ts'
import type { VenueModel } from '../model/venue-model.ts'

/** What an import makes of texts by file name. */
export function readTexts(texts: ReadonlyMap<string, string>): ReadVenue {
  return readVenue(new Map([...texts].map(([name, text]) => [name, new TextEncoder().encode(text)])))
}

/** The venue in texts that must be readable. */
export function venueIn(texts: ReadonlyMap<string, string>): VenueModel {
  const { venue, problems } = readTexts(texts)
  if (venue === null) throw new Error(`import failed: ${JSON.stringify(problems)}`)
  return venue
}

/** The files of the sample city hall. */
export function sampleTexts(): Map<string, string> {
  const folder = new URL('../../../../content-samples/venue/', import.meta.url)
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]))
}
