import { PlaylistInput, type PlaylistView } from '@akari/protocol'
import { useEffect, useReducer, useState } from 'react'
import { keeperOf, keptIn } from '../../parts/kept-drafts.ts'
import { type Draft, differs, draftOf, type Edit, edited, type Editor, editorOf } from './editor.ts'

export type EditorState = {
  editor: Editor
  dispatch: (edit: Edit) => void
  /** Something would be lost by leaving. */
  unsaved: boolean
  /** Version the draft is based on; the server refuses it when somebody saved since. */
  version: number
  setVersion: (version: number) => void
  /** A draft from an earlier visit was taken up. */
  recovered: boolean
  /** The draft as it is now was saved or given up. */
  forget: () => void
}

const EMPTY: Draft = { name: '', items: [] }

function draftOrEmpty(playlist: PlaylistInput | null): Draft {
  return playlist === null ? EMPTY : draftOf(playlist)
}

/** An editor for a saved playlist (null: a new one) that keeps its unsaved draft in this browser. */
export function useEditor(saved: PlaylistView | null): EditorState {
  const [keeper] = useState(() =>
    keeperOf(keptIn(window.localStorage, 'akari.console.playlist-draft.', PlaylistInput), saved?.id ?? 'new'),
  )
  const [kept] = useState(keeper.load)
  const [editor, dispatch] = useReducer(edited, draftOrEmpty(kept ?? saved), editorOf)
  const [version, setVersion] = useState(kept?.version ?? saved?.version ?? 0)
  const unsaved = differs(editor.present, draftOrEmpty(saved))
  useEffect(() => {
    if (unsaved) keeper.keep(editor.present, { ...editor.present, items: [...editor.present.items], version })
    else keeper.drop()
  }, [keeper, editor.present, unsaved, version])
  return {
    editor,
    dispatch,
    unsaved,
    version,
    setVersion,
    recovered: kept !== null && differs(draftOrEmpty(kept), draftOrEmpty(saved)),
    forget: () => keeper.forget(editor.present),
  }
}
