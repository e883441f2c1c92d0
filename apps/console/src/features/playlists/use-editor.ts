import type { PlaylistInput, PlaylistView } from '@akari/protocol'
import { useEffect, useReducer, useState } from 'react'
import { type Draft, differs, draftOf, type Edit, edited, type Editor, editorOf } from './editor.ts'
import { keptDrafts } from './kept-drafts.ts'

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
  forget: () => void
}

const EMPTY: Draft = { name: '', items: [] }

function draftOrEmpty(playlist: PlaylistInput | null): Draft {
  return playlist === null ? EMPTY : draftOf(playlist)
}

/** An editor for a saved playlist (null: a new one) that keeps its unsaved draft in this browser. */
export function useEditor(saved: PlaylistView | null): EditorState {
  const [drafts] = useState(() => keptDrafts(window.localStorage))
  const place = saved?.id ?? 'new'
  const [kept] = useState(() => drafts.load(place))
  const [editor, dispatch] = useReducer(edited, draftOrEmpty(kept ?? saved), editorOf)
  const [version, setVersion] = useState(kept?.version ?? saved?.version ?? 0)
  const unsaved = differs(editor.present, draftOrEmpty(saved))
  useEffect(() => {
    if (unsaved) drafts.save(place, { ...editor.present, items: [...editor.present.items], version })
    else drafts.drop(place)
  }, [drafts, editor.present, unsaved, version, place])
  return {
    editor,
    dispatch,
    unsaved,
    version,
    setVersion,
    recovered: kept !== null && differs(draftOrEmpty(kept), draftOrEmpty(saved)),
    forget: () => drafts.drop(place),
  }
}
