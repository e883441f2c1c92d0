import { boardHead, boardScene, type BoardScene, type FileRef, type RouteLines, type TownMap } from '@akari/protocol'
import { createContext } from 'react'
import type { BoardDraft, Library } from './scene-of-draft.ts'

/** The documents of a board are written by the server when it is saved; before that only this browser has them. */
const EDITED = { map: fileNamed('edited map'), lines: fileNamed('edited lines') }

/** The board that is being edited: previews draw its documents, not those that were saved last. */
export const EditedBoard = createContext<BoardDraft['board'] | null>(null)

/** A saved board as the glass gets it. */
export function sceneOfBoard(board: Library['boards'][number], saved: Library['boards']): BoardScene {
  return boardScene(board, (id) => saved.find((each) => each.id === id))
}

/** A board as the glass will get it when it is saved: its documents under names that `editedMap` and `editedLines` know. */
export function sceneOfEdited({ title, board }: BoardDraft, saved: Library['boards']): BoardScene {
  const hasLines = board.kind === 'busMap' && board.lines.length > 0
  const files = { map: EDITED.map, ...(hasLines ? { lines: EDITED.lines } : {}) }
  return boardScene({ title, board: boardHead(board, files) }, (id) => saved.find((each) => each.id === id))
}

/** The town map of this board, where it is what a preview calls by this name; null where that is another file. */
export function editedMap(name: string, board: BoardDraft['board'] | null): TownMap | null {
  return name === EDITED.map.sha256 && board?.kind === 'townMap' ? board.map : null
}

/** The same of the lines of routes. */
export function editedLines(name: string, board: BoardDraft['board'] | null): RouteLines | null {
  return name === EDITED.lines.sha256 && board?.kind === 'busMap' ? { format: 1, lines: board.lines } : null
}

/** Is it a file of the server, not a document of a draft? */
export function isStored(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}

function fileNamed(sha256: string): FileRef {
  return { sha256, bytes: 1, mediaType: 'application/json' }
}
