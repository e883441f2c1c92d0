import { PlaylistInput } from '@akari/protocol'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const NAME = 'akari.console.playlist-draft.'

/** Keeps what was edited but not saved in this browser, so that a closed window or a lost session costs nothing. */
export function keptDrafts(store: Store) {
  return {
    /** What was left unsaved of a playlist, with the version it was based on; null where nothing or nothing readable. */
    load: (playlistId: string): PlaylistInput | null => {
      const text = store.getItem(NAME + playlistId)
      if (text === null) return null
      const draft = PlaylistInput.safeParse(readJson(text))
      return draft.success ? draft.data : null
    },
    save: (playlistId: string, draft: PlaylistInput): void => store.setItem(NAME + playlistId, JSON.stringify(draft)),
    drop: (playlistId: string): void => store.removeItem(NAME + playlistId),
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Half-written by an older console: the same as no draft.
    return null
  }
}
