import { BoardInput, type BoardView } from '@akari/protocol'
import { z } from 'zod'
import { type WholeEdit, wholeEdited } from '../../parts/history.ts'
import type { BoardDraft } from '../../parts/scene-of-draft.ts'
import { unfinished } from '../../parts/unfinished.ts'
import { type KeptEditor, useKeptEditor } from '../../parts/use-kept-editor.ts'

/** What a board is called while it is new: what was begun as one kind is not gone on with as another. */
export type NewBoard = `new ${string}`

const Kept = z.object({
  draft: unfinished<BoardDraft>(z.looseObject({ title: BoardInput.shape.title })),
  version: z.int(),
})

/** An editor for a saved board (or a new one that begins with `start`) that keeps what is unfinished in this browser. */
export function useBoardEditor(
  saved: BoardView | NewBoard,
  start: BoardDraft,
): KeptEditor<BoardDraft, WholeEdit<BoardDraft>> {
  const isNew = typeof saved === 'string'
  return useKeptEditor({
    name: 'akari.console.board-draft.',
    id: isNew ? saved : saved.id,
    schema: Kept,
    read: ({ draft }) => draft,
    write: written,
    base: start,
    version: isNew ? 0 : saved.version,
    edited: wholeEdited(differs),
    differs,
  })
}

function written({ title, board }: BoardDraft, version: number): z.infer<typeof Kept> {
  return { draft: { title, board }, version }
}

/** Would something be lost if the one took the place of the other? */
function differs(a: BoardDraft, b: BoardDraft): boolean {
  return JSON.stringify([a.title, a.board]) !== JSON.stringify([b.title, b.board])
}
