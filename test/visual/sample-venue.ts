import { readdirSync, readFileSync } from 'node:fs'
import { samplePath } from '@akari/content-samples'
import type { Venue } from '@akari/protocol'
import { importImdf } from '@akari/wayfinding'

/** The sample's IMDF as the CMS would import it. Throws when it cannot be. */
export function sampleVenue(): Venue {
  const names = readdirSync(samplePath('venue')).filter((name) => /\.(geo)?json$/.test(name))
  const files = new Map(names.map((name) => [name, readFileSync(samplePath(`venue/${name}`), 'utf8')]))
  const read = importImdf(files)
  if (!read.ok) throw new Error(`the sample venue cannot be imported: ${JSON.stringify(read.problems[0])}`)
  return read.venue
}
