import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  buildGraph,
  drawVenue,
  escapeRoutes,
  type ImportProblem,
  type ReadVenue,
  readVenue,
  venueReport,
} from '@akari/wayfinding'
import { AppError } from '../../http/app-error.ts'
import { filled, type Sentence, sentence } from '../sentence.ts'
import texts from './assets.texts.json' with { type: 'json' }
import type { StoredAsset } from './stored-asset.ts'

/** So many of the reasons why a venue cannot be read are told. */
const MOST_REASONS = 5

/** A venue as displays get it, what staff choose from, and what the importer left out or doubted. */
type ImportedVenue = {
  document: Buffer
  levels: StoredAsset['levels']
  problems: readonly ImportProblem[]
}

/**
 * Reads the folder of an IMDF 1.0 archive (manifest.json and one GeoJSON file for each feature type). Throws AppError
 * `media-refused` with the reason.
 */
export async function readVenueFolder(folder: string): Promise<ImportedVenue> {
  const names = (await readdir(folder)).filter((name) => /\.(geo)?json$/.test(name))
  const files = new Map<string, Uint8Array>()
  for (const name of names) files.set(name, await readFile(join(folder, name)))
  const { venue: model, problems } = readVenue(files)
  if (model === null) throw new AppError('media-refused', unreadable(problems))
  const { graph } = buildGraph(model)
  const venue = drawVenue(model, (kioskId) => escapeRoutes(model, graph, kioskId))
  return {
    document: Buffer.from(JSON.stringify(venue)),
    levels: venue.levels.map(({ id, ordinal, shortName, kiosks }) => ({
      id,
      ordinal,
      shortName,
      kioskIds: kiosks.map((kiosk) => kiosk.id),
    })),
    problems,
  }
}

function unreadable(problems: ReadVenue['problems']): string {
  const reasons = venueReport({ venue: null, problems }, null).problems.slice(0, MOST_REASONS)
  const told = (language: keyof Sentence) =>
    filled(texts.venueUnreadable[language], { reason: reasons.map(({ text }) => text[language]).join(' · ') })
  return sentence({ ja: told('ja'), en: told('en') })
}
