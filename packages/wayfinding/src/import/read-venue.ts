import type { VenueModel } from '../model/venue-model.ts'
import { importImdf } from './imdf/import-imdf.ts'
import type { ImportProblem, ReportProblem } from './import-problem.ts'
import { importMlit, isMlit } from './mlit/import-mlit.ts'
import { importSvg } from './svg/import-svg.ts'

export type ReadVenue = { venue: VenueModel | null; problems: ImportProblem[] }

/** The files of a venue by path, as they lie in a folder or a zip archive. */
export type VenueFiles = ReadonlyMap<string, Uint8Array>

/** Beyond these a venue is a town, or a trap: working it out would take minutes. */
const MOST = { units: 20_000, openings: 40_000, nodes: 100_000 }

/**
 * Reads a venue in any format we know, told by its files: IMDF by venue.geojson, level.geojson or unit.geojson, floor plans by
 * .svg, else the indoor data of the Ministry of Land (MLIT). Never throws: `venue` is null where there is none to use, and
 * `problems` says why.
 */
export function readVenue(files: VenueFiles): ReadVenue {
  const problems: ImportProblem[] = []
  const report: ReportProblem = (problem) => problems.push(problem)
  const venue = imported(textsOf(files, report), report)
  if (venue === null || !isTooLarge(venue)) return { venue, problems }
  const detail = `${venue.units.length} units, ${venue.openings.length} openings`
  return {
    venue: null,
    problems: [...problems, { code: 'archive-too-large', file: venue.id, featureId: null, detail }],
  }
}

function imported(texts: ReadonlyMap<string, string>, report: ReportProblem): VenueModel | null {
  const names = [...texts.keys()]
  if (names.some((name) => /^(venue|level|unit)\.geojson$/i.test(name))) return importImdf(texts, report)
  if (names.some((name) => /\.svg$/i.test(name))) return importSvg(texts, report)
  if (isMlit(texts)) return importMlit(texts, report)
  report({ code: 'format-unknown', file: names[0] ?? '', featureId: null, detail: null })
  return null
}

function isTooLarge({ units, openings, network }: VenueModel): boolean {
  return units.length > MOST.units || openings.length > MOST.openings || (network?.nodes.length ?? 0) > MOST.nodes
}

/** The files that can matter, by name without folders; what an operating system strewed in between is none of ours. */
function textsOf(files: VenueFiles, report: ReportProblem): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [path, bytes] of files) {
    const name = path.split(/[\\/]/).at(-1) ?? path
    if (path.startsWith('__MACOSX/') || name.startsWith('.') || !/\.(geo)?json$|\.svg$/i.test(name)) continue
    if (texts.has(name)) report({ code: 'file-duplicate', file: path, featureId: null, detail: null })
    else texts.set(name, decoded(path, bytes, report))
  }
  return texts
}

function decoded(file: string, bytes: Uint8Array, report: ReportProblem): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    report({ code: 'file-unreadable', file, featureId: null, detail: 'UTF-8' })
    return ''
  }
}
