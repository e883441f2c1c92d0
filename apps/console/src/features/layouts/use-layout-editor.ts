import type { LayoutView } from '@akari/protocol'
import { useEffect, useReducer, useState } from 'react'
import { z } from 'zod'
import { keeperOf, keptIn } from '../../parts/kept-drafts.ts'
import { differs, Drawing } from './drawing.ts'
import { type Edit, edited, type Editor, editorOf } from './editor.ts'

const Kept = z.object({ drawing: Drawing, version: z.int() })

export type LayoutEditorState = {
  editor: Editor
  dispatch: (edit: Edit) => void
  /** Something would be lost by leaving. */
  unsaved: boolean
  /** Version the drawing is based on; the server refuses it when somebody saved since. */
  version: number
  setVersion: (version: number) => void
  /** A drawing from an earlier visit was taken up. */
  recovered: boolean
  /** The drawing as it is now was saved or given up. */
  forget: () => void
}

/** The drawing of a saved layout, without what the server adds. */
export function drawingOfView({ name, landscape, portrait }: LayoutView): Drawing {
  return { name, ...(landscape === undefined ? {} : { landscape }), ...(portrait === undefined ? {} : { portrait }) }
}

/** An editor for a saved layout (null: a new one that begins with `start`) that keeps its unsaved drawing in this browser. */
export function useLayoutEditor(saved: LayoutView | null, start: Drawing): LayoutEditorState {
  const [keeper] = useState(() =>
    keeperOf(keptIn(window.localStorage, 'akari.console.layout-draft.', Kept), saved?.id ?? 'new'),
  )
  const [kept] = useState(keeper.load)
  const base = saved === null ? start : drawingOfView(saved)
  const [editor, dispatch] = useReducer(edited, kept?.drawing ?? base, editorOf)
  const [version, setVersion] = useState(kept?.version ?? saved?.version ?? 0)
  const unsaved = differs(editor.present, base)
  useEffect(() => {
    if (unsaved) keeper.keep(editor.present, { drawing: editor.present, version })
    else keeper.drop()
  }, [keeper, editor.present, unsaved, version])
  return {
    editor,
    dispatch,
    unsaved,
    version,
    setVersion,
    recovered: kept !== null && differs(kept.drawing, base),
    forget: () => keeper.forget(editor.present),
  }
}
