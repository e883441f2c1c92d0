import { type Reducer, useEffect, useReducer, useRef, useState } from 'react'
import type { z } from 'zod'
import { type History, historyOf } from './history.ts'
import { keeperOf, keptIn } from './kept-drafts.ts'

export type KeptEditor<T, E> = {
  editor: History<T>
  dispatch: (edit: E) => void
  /** Something would be lost by leaving. */
  unsaved: boolean
  /** There is something to save: a change, or all of what was never saved, such as a copy. */
  savable: boolean
  /** The same at this very moment, not as it was last drawn. */
  isUnsaved: () => boolean
  /** Version the draft is based on; the server refuses it when somebody saved since. */
  version: number
  setVersion: (version: number) => void
  /** A draft from an earlier visit was taken up. */
  recovered: boolean
  /** The draft as it is now was given up. */
  forget: () => void
  /** The draft `sent` was saved; what was changed since is kept as a change of what it became. */
  settle: (sent: T, made: { id: string; version: number }) => void
}

/**
 * An editor with undo that keeps what is not saved in this browser, under `name` and `id`, in the form of `schema`. `base` is
 * what was saved, or what a new one begins with; `version` that of what was saved, 0 for a new one.
 */
export function useKeptEditor<T extends object, E, K extends { version: number }>(of: {
  name: string
  id: string
  schema: z.ZodType<K>
  read: (kept: K) => T
  write: (draft: T, version: number) => K
  base: T
  version: number
  edited: Reducer<History<T>, E>
  differs: (a: T, b: T) => boolean
}): KeptEditor<T, E> {
  const { base, differs, write } = of
  const [keeper] = useState(() => keeperOf(keptIn(window.localStorage, of.name, of.schema), of.id))
  const [kept] = useState(keeper.load)
  const found = kept === null ? null : of.read(kept)
  const [editor, dispatch] = useReducer(of.edited, found ?? base, historyOf<T>)
  const [version, setVersion] = useState(kept?.version ?? of.version)
  const differsFromSaved = (draft: T): boolean => !keeper.isSettled(draft) && differs(draft, base)
  const unsaved = differsFromSaved(editor.present)
  const now = useRef({ draft: editor.present, isUnsaved: () => unsaved })
  useEffect(() => {
    now.current = { draft: editor.present, isUnsaved: () => differsFromSaved(editor.present) }
  })
  useEffect(() => {
    if (unsaved) keeper.keep(editor.present, write(editor.present, version))
    else keeper.drop()
  }, [keeper, editor.present, unsaved, version, write])
  return {
    editor,
    dispatch,
    unsaved,
    savable: unsaved || version === 0,
    isUnsaved: () => now.current.isUnsaved(),
    version,
    setVersion,
    recovered: found !== null && differs(found, base),
    forget: () => keeper.settle(editor.present),
    settle: (sent, made) => {
      keeper.settle(sent, made.id)
      const { draft } = now.current
      if (draft !== sent) keeper.keep(draft, write(draft, made.version))
      setVersion(made.version)
    },
  }
}
