import type { FileRef, Id, Sha256, Stream } from '@akari/protocol'
import type { ProgrammeStore } from './programme.store.ts'

type Named = { revision: number; files: ReadonlyMap<Sha256, FileRef>; streams: ReadonlyMap<Id, Stream> }

/** What published programmes name, read again only after their revision changed: players ask for every file and segment. */
export function publishedNames(store: ProgrammeStore) {
  const held = new Map<Id, Named>()
  return {
    /** Null: nothing is published for this display. */
    of: async (displayId: Id): Promise<Named | null> => {
      const state = await store.state(displayId)
      const known = held.get(displayId)
      if (state !== null && known?.revision === state.revision) return known
      const found = await store.find(displayId)
      if (found === null) {
        held.delete(displayId)
        return null
      }
      const { revision, files, archive, streams } = found.programme
      const named = {
        revision,
        files: new Map([...files, ...(archive?.files ?? [])].map((file) => [file.sha256, file])),
        streams: new Map(streams.map((stream) => [stream.id, stream])),
      }
      held.set(displayId, named)
      return named
    },
  }
}
