import { shaftKindOf } from '../model/shaft-kind.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { importImdf } from './imdf/import-imdf.ts'
import type { ImportProblem, ReportProblem } from './import-problem.ts'
import { importMlit, isMlit } from './mlit/import-mlit.ts'
import { importSvg } from './svg/import-svg.ts'
import { withoutDoubles } from './without-doubles.ts'
import { MOST_BYTES, MOST_FILES } from './zip.ts'

export type ReadVenue = { venue: VenueModel | null; problems: ImportProblem[] }

/** The files of a venue by path, as they lie in a folder or a zip archive. */
export type VenueFiles = ReadonlyMap<string, Uint8Array>

/** Beyond these a venue is a town, or a trap: working it out would take minutes. */
const MOST = {
  units: 20_000,
  openings: 40_000,
  nodes: 100_000,
  links: 200_000,
  /** Offices, signs and displays. */
  places: 50_000,
  relations: 20_000,
  levels: 500,
  /** Each is held against each of its kind. */
  shafts: 2000,
  corners: 400_000,
}

/**
 * Reads a venue in any format we know, told by its files: IMDF by venue.geojson, level.geojson or unit.geojson, floor plans by
 * .svg, else the indoor data of the Ministry of Land (MLIT). Never throws: `venue` is null where there is none to use, and
 * `problems` says why.
 */
export function readVenue(files: VenueFiles): ReadVenue {
  const problems: ImportProblem[] = []
  const report: ReportProblem = (problem) => problems.push(problem)
  const bytes = [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0)
  if (files.size > MOST_FILES || bytes > MOST_BYTES) {
    const file = [...files.keys()][0] ?? ''
    report({ code: 'archive-too-large', file, featureId: null, detail: `${files.size} files, ${bytes} B` })
    return { venue: null, problems }
  }
  const venue = imported(textsOf(files, report), report)
  const beyond = venue === null ? [] : beyondMost(venue)
  if (venue === null || beyond.length === 0)
    return { venue: venue === null ? null : withoutDoubles(venue, report), problems }
  report({ code: 'archive-too-large', file: venue.id, featureId: null, detail: beyond.join(', ') })
  return { venue: null, problems }
}

function imported(texts: ReadonlyMap<string, string>, report: ReportProblem): VenueModel | null {
  const names = [...texts.keys()]
  if (names.some((name) => /^(venue|level|unit)\.geojson$/i.test(name))) return importImdf(texts, report)
  if (names.some((name) => /\.svg$/i.test(name))) return importSvg(texts, report)
  if (isMlit(texts)) return importMlit(texts, report)
  report({ code: 'format-unknown', file: names[0] ?? '', featureId: null, detail: null })
  return null
}

/** What a venue has more of than any building. */
function beyondMost({
  units,
  openings,
  network,
  occupants,
  amenities,
  kiosks,
  relations,
  levels,
}: VenueModel): string[] {
  const [nodes, links] = [network?.nodes ?? [], network?.links ?? []]
  const shapes = [...units.map(({ shape }) => shape), ...levels.map(({ outline }) => outline)]
  const lines = [...shapes.flat(2), ...openings.map(({ line }) => line), ...links.map(({ bends }) => bends ?? [])]
  const counts: [what: string, count: number, most: number][] = [
    ['units', units.length, MOST.units],
    ['openings', openings.length, MOST.openings],
    ['nodes', nodes.length, MOST.nodes],
    ['links', links.length, MOST.links],
    ['places', occupants.length + amenities.length + kiosks.length, MOST.places],
    ['relations', relations.length, MOST.relations],
    ['levels', levels.length, MOST.levels],
    ['shafts', units.filter(({ kind }) => shaftKindOf(kind) !== null).length, MOST.shafts],
    ['corners', lines.reduce((sum, { length }) => sum + length, 0), MOST.corners],
  ]
  return counts.flatMap(([what, count, most]) => (count > most ? [`${count} ${what}`] : []))
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
