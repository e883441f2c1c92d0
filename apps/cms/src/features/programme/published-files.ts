import type { FileRef, Id, Sha256 } from '@akari/protocol'
import type { ProgrammeStore } from './programme.store.ts'

/** The files of published programmes by hash, read again only after their revision changed: players ask for every file. */
export function publishedFileSets(store: ProgrammeStore) {
  const held = new Map<Id, { revision: number; files: ReadonlyMap<Sha256, FileRef> }>()
  return {
    of: async (displayId: Id): Promise<ReadonlyMap<Sha256, FileRef>> => {
      const state = await store.state(displayId)
      const known = held.get(displayId)
      if (state !== null && known?.revision === state.revision) return known.files
      const found = await store.find(displayId)
      if (found === null) {
        held.delete(displayId)
        return new Map()
      }
      const { archive } = found.programme
      const named = [...found.programme.files, ...(archive?.files ?? [])]
      const files = new Map(named.map((file) => [file.sha256, file]))
      held.set(displayId, { revision: found.programme.revision, files })
      return files
    },
  }
}
