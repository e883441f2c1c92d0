import { FileRef, type ProgrammeArchive } from '@akari/protocol'
import { z } from 'zod'
import { type DraftIndex, order, type TargetDisplay } from './content.ts'

/** All that is looked into, as in venue-layer.ts. */
const Content = z.record(z.string(), z.unknown())
const Files = z.array(FileRef)

/**
 * Puts the recorded sittings onto a programme (its JSON text): for glasses that visitors touch and that have a guide, which is where one
 * finds them. The same text for any other.
 */
export function layArchive(body: string, { profile }: TargetDisplay, draft: DraftIndex): string {
  const archive: ProgrammeArchive | null = draft.archive ?? null
  if (archive === null || !profile.touch) return body
  const content = Content.parse(JSON.parse(body))
  if (content['guide'] === undefined) return body
  const files = new Map([...Files.parse(content['files']), archive.list].map((file) => [file.sha256, file]))
  return JSON.stringify({
    ...content,
    archive,
    files: [...files.values()].sort((a, b) => order(a.sha256, b.sha256)),
  })
}
