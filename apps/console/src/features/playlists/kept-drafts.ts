import { PlaylistInput } from '@akari/protocol'
import { keptIn } from '../../parts/kept-drafts.ts'

/** What was left unsaved of playlists, with the version each was based on. */
export function keptDrafts(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  return keptIn(store, 'akari.console.playlist-draft.', PlaylistInput)
}
