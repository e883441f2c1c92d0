import type { PlaylistItem } from '@akari/protocol'
import type { WordDeps } from './why-words.ts'

/** Why a playlist has nothing to show at a moment, as a sentence. */
export function nothingToShow(playlistId: string, { t, names, programme, atMs }: WordDeps): string {
  const playlist = names.of(playlistId)
  const items = programme?.playlists.find(({ id }) => id === playlistId)?.items
  if (items === undefined) return t('why.nothing.gone')
  if (items.length === 0) return t('why.nothing.empty', { playlist })
  const over = items.every((item) => isOver(item, atMs))
  return t(over ? 'why.nothing.over' : 'why.nothing.notYet', { playlist })
}

function isOver({ validUntil }: PlaylistItem, atMs: number): boolean {
  return validUntil !== null && Date.parse(validUntil) <= atMs
}
