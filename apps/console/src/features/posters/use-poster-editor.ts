import type { PosterView } from '@akari/protocol'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { type KeptEditor, useKeptEditor } from '../../parts/use-kept-editor.ts'
import { KeptPoster, writtenKept } from './kept-poster.ts'
import { differ, editedPoster, type PosterEdit } from './poster-history.ts'

/** What a poster is called while it is new: what was begun from one template is not gone on with in another. */
export type NewPoster = `new ${string}`

/** An editor for a saved poster (or a new one that begins with `start`) that keeps what is unfinished in this browser. */
export function usePosterEditor(
  saved: PosterView | NewPoster,
  start: PosterDraft,
): KeptEditor<PosterDraft, PosterEdit> {
  const isNew = typeof saved === 'string'
  return useKeptEditor({
    name: 'akari.console.poster-draft.',
    id: isNew ? saved : saved.id,
    schema: KeptPoster,
    read: ({ draft }) => draft,
    write: writtenKept,
    base: start,
    version: isNew ? 0 : saved.version,
    edited: editedPoster,
    differs: differ,
  })
}
