import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Venue } from '@akari/protocol'
import { buildGraph, drawVenue, escapeRoutes, readVenue } from '@akari/wayfinding'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../sentence.ts'
import texts from './assets.texts.json' with { type: 'json' }
import type { StoredAsset } from './stored-asset.ts'

/**
 * Reads the folder of an IMDF 1.0 archive (manifest.json and one GeoJSON file for each feature type). Gives the venue as
 * displays get it, and what staff choose from. Throws AppError `media-refused` with the reason.
 */
export async function readVenueFolder(folder: string): Promise<{ document: Buffer; levels: StoredAsset['levels'] }> {
  const names = (await readdir(folder)).filter((name) => /\.(geo)?json$/.test(name))
  const files = new Map<string, Uint8Array>()
  for (const name of names) files.set(name, await readFile(join(folder, name)))
  const venue = imported(files)
  return {
    document: Buffer.from(JSON.stringify(venue)),
    levels: venue.levels.map(({ id, ordinal, shortName, kiosks }) => ({
      id,
      ordinal,
      shortName,
      kioskIds: kiosks.map((kiosk) => kiosk.id),
    })),
  }
}

function imported(files: ReadonlyMap<string, Uint8Array>): Venue {
  const { venue, problems } = readVenue(files)
  if (venue === null) {
    const reason = problems.map(({ code, file }) => `${file}: ${code}`).join(', ')
    throw new AppError('media-refused', sentence(texts.venueUnreadable, { reason }))
  }
  const { graph } = buildGraph(venue)
  return drawVenue(venue, (kioskId) => escapeRoutes(venue, graph, kioskId))
}
