import { PlaylistInput, type PlaylistView } from '@akari/protocol'
import { type KeptEditor, useKeptEditor } from '../../parts/use-kept-editor.ts'
import { type Draft, differs, draftOf, type Edit, edited } from './editor.ts'

export const EMPTY: Draft = { name: '', items: [] }

/** An editor for a saved playlist (null: a new one) that keeps its unsaved draft in this browser. */
export function useEditor(saved: PlaylistView | null): KeptEditor<Draft, Edit> {
  return useKeptEditor({
    name: 'akari.console.playlist-draft.',
    id: saved?.id ?? 'new',
    schema: PlaylistInput,
    read: draftOf,
    write,
    base: saved === null ? EMPTY : draftOf(saved),
    version: saved?.version ?? 0,
    edited,
    differs,
  })
}

function write(draft: Draft, version: number): PlaylistInput {
  return { ...draft, items: [...draft.items], version }
}
