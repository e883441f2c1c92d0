import { faultText, JsonFile } from '@akari/node-kit'
import { Epoch, Programme, PublicKey } from '@akari/protocol'
import { z } from 'zod'
import type { Faults } from '../faults.ts'

/** A programme with the ETag it came with, and whom it came from: the CMS's identity and the epoch of its alert states then. */
export const ContentSet = z.object({
  programme: Programme,
  etag: z.string().nullable(),
  position: z.object({ cms: PublicKey, epoch: Epoch }).optional(),
})
export type ContentSet = z.infer<typeof ContentSet>

/** The newest activated set and the one before it. */
export type SetFiles = {
  load: () => Promise<{ current: ContentSet | null; previous: ContentSet | null }>
  /** Makes `next` the current one and keeps the old one as previous. False when the disk did not take it. */
  rotate: (next: ContentSet) => Promise<boolean>
  /** The sets a restart would find: their files must stay. */
  onDisk: () => ContentSet[]
}

/** Two files; the previous one is written first, so that a power cut between them leaves a usable pair. */
export function setFiles(paths: { current: string; previous: string }, faults: Faults): SetFiles {
  const current = new JsonFile(ContentSet, paths.current)
  const previous = new JsonFile(ContentSet, paths.previous)
  let saved: { current: ContentSet | null; previous: ContentSet | null } = { current: null, previous: null }
  const read = async (file: JsonFile<ContentSet>) => {
    const loaded = await file.load()
    if (loaded.state === 'corrupt') faults.report('programme-file-damaged', loaded.setAsideAs ?? file.path)
    return loaded.state === 'ok' ? loaded.value : null
  }
  return {
    load: async () => {
      saved = { current: await read(current), previous: await read(previous) }
      return saved
    },
    rotate: async (next) => {
      try {
        if (saved.current !== null && !sameProgramme(saved.current, next)) {
          await previous.save(saved.current)
          saved = { ...saved, previous: saved.current }
        }
        await current.save(next)
        saved = { ...saved, current: next }
        faults.clear('programme-not-saved')
        return true
      } catch (error) {
        faults.report('programme-not-saved', faultText(error))
        return false
      }
    },
    onDisk: () => [saved.current, saved.previous].filter((set) => set !== null),
  }
}

/** A revision alone does not tell: a CMS that was put back to an earlier day may give one out twice. */
export function sameProgramme(a: ContentSet, b: ContentSet): boolean {
  return JSON.stringify(a.programme) === JSON.stringify(b.programme)
}
