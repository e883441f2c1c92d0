import { BoardInput, type BoardView } from '@akari/protocol'
import { z } from 'zod'
import { type History, redone, stepped, undone } from '../../parts/history.ts'
import type { BoardDraft } from '../../parts/scene-of-draft.ts'
import { unfinished } from '../../parts/unfinished.ts'
import { type KeptEditor, useKeptEditor } from '../../parts/use-kept-editor.ts'

export type BoardEdit =
  | { type: 'changed'; draft: BoardDraft; about: string | null }
  | { type: 'undone' }
  | { type: 'redone' }

/** What a board is called while it is new: what was begun as one kind is not gone on with as another. */
export type NewBoard = `new ${string}`

const Kept = z.object({
  draft: unfinished<BoardDraft>(z.looseObject({ title: BoardInput.shape.title })),
  version: z.int(),
})

/** An editor for a saved board (or a new one that begins with `start`) that keeps what is unfinished in this browser. */
export function useBoardEditor(saved: BoardView | NewBoard, start: BoardDraft): KeptEditor<BoardDraft, BoardEdit> {
  const isNew = typeof saved === 'string'
  return useKeptEditor({
    name: 'akari.console.board-draft.',
    id: isNew ? saved : saved.id,
    schema: Kept,
    read: ({ draft }) => draft,
    write: written,
    base: start,
    version: isNew ? 0 : saved.version,
    edited,
    differs,
  })
}

function written({ title, board }: BoardDraft, version: number): z.infer<typeof Kept> {
  return { draft: { title, board }, version }
}

function edited(history: History<BoardDraft>, edit: BoardEdit): History<BoardDraft> {
  switch (edit.type) {
    case 'changed':
      return stepped(history, edit.draft, edit.about, differs)
    case 'undone':
      return undone(history)
    case 'redone':
      return redone(history)
  }
}

/** Would something be lost if the one took the place of the other? */
function differs(a: BoardDraft, b: BoardDraft): boolean {
  return JSON.stringify([a.title, a.board]) !== JSON.stringify([b.title, b.board])
}
