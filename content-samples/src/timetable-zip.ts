import { storedZip } from '@akari/zip'
import { sampleTimetableFiles } from './sample-buses.ts'

/** The sample's timetable as a bus company hands it over: one zip archive. */
export function sampleTimetableZip(): Uint8Array {
  const files = [...sampleTimetableFiles()].map(([path, content]) => ({ path, bytes: Uint8Array.from(content) }))
  return Buffer.concat(storedZip(files))
}
