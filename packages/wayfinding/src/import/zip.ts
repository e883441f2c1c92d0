import { type InflateRaw, readZip } from '@akari/zip'
import type { ReportProblem } from './import-problem.ts'

/** A venue is a few megabytes in a few dozen files; what is beyond these is no venue, or a bomb. */
export const MOST_FILES = 2000
export const MOST_BYTES = 200 * 1024 * 1024
const MOST_ARCHIVE_BYTES = 100 * 1024 * 1024

/**
 * The GeoJSON, JSON and SVG files in a zip archive by their paths. Never throws: what is broken, encrypted, too large or points
 * outside of the archive is reported and left out.
 */
export function unzip(
  bytes: Uint8Array,
  archive: string,
  inflateRaw: InflateRaw,
  report: ReportProblem,
): Map<string, Uint8Array> {
  const most = { files: MOST_FILES, archiveBytes: MOST_ARCHIVE_BYTES, bytes: MOST_BYTES }
  const { files, problems } = readZip(bytes, (path) => /\.(geo)?json$|\.svg$/i.test(path), most, inflateRaw)
  for (const { code, file, detail } of problems) report({ code, file: file ?? archive, featureId: null, detail })
  return files
}
