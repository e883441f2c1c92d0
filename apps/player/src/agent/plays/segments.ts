import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openedLine, sealedLine, syncFolder } from '@akari/node-kit'
import { PlayReport } from '@akari/protocol'

/** A file of the log: JSON lines, only ever appended to. */
export type Segment = { number: number; bytes: number }

const NAME = /^plays-(\d{12})\.jsonl$/

/** The files of a play log in one folder, by number; the higher is the newer. */
export function segmentFiles(folder: string) {
  const pathOf = ({ number }: Pick<Segment, 'number'>) =>
    join(folder, `plays-${String(number).padStart(12, '0')}.jsonl`)
  return {
    list: async (): Promise<Segment[]> => {
      await mkdir(folder, { recursive: true })
      const numbers = (await readdir(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number)
      const found = numbers.map(async (number) => ({ number, bytes: (await stat(pathOf({ number }))).size }))
      return (await Promise.all(found)).sort((a, b) => a.number - b.number)
    },
    /** On the disk when it resolves; where it rejects, the segment is as it was before. */
    append: async (segment: Segment, reports: readonly PlayReport[]): Promise<void> => {
      const text = reports.map(sealedLine).join('')
      const isNew = segment.bytes === 0
      const file = await open(pathOf(segment), 'a')
      try {
        await file.writeFile(text)
        await file.sync()
      } catch (error) {
        // A full disk takes half a line, to which the next one must not be glued.
        await file.truncate(segment.bytes)
        throw error
      } finally {
        await file.close()
      }
      if (isNew) await syncFolder(folder)
      segment.bytes += Buffer.byteLength(text)
    },
    /**
     * What can be read of it; a power cut may have torn the last line. `damaged`: lines that are none, or one for a file
     * that the disk does not give back at all.
     */
    read: async (segment: Segment): Promise<{ reports: PlayReport[]; damaged: number }> => {
      const text = await readFile(pathOf(segment), 'utf8').catch(() => null)
      if (text === null) return { reports: [], damaged: 1 }
      const lines = text.split('\n').filter((line) => line !== '')
      const parsed = lines.map((line) => PlayReport.safeParse(openedLine(line)))
      const reports = parsed.flatMap((one) => (one.success ? [one.data] : []))
      return { reports, damaged: lines.length - reports.length }
    },
    remove: (segment: Segment): Promise<void> => rm(pathOf(segment), { force: true }),
  }
}
