import type { BoardScene, FileRef, RouteLines, TownMap } from '@akari/protocol'
import { createContext } from 'react'
import type { BoardDraft, Library } from './scene-of-draft.ts'

type Boards = Library['boards']

/** Boards that are being edited: previews draw from them, not from what was saved last. */
export const EditedBoards = createContext<Boards>([])

/** The documents that a board's scene names in previews, by what they belong to: the server writes them when it is saved. */
type Document = 'map' | 'lines'

/** A board as the glass will show it, its documents under names that `mapNamed` and `linesNamed` know. */
export function sceneOfBoard({ id, title, board }: Boards[number], boards: Boards): BoardScene {
  switch (board.kind) {
    case 'busMap': {
      const { mapId, lines, ...own } = board
      const below = boards.find((each) => each.id === mapId)?.board.kind
      return {
        ...own,
        title,
        ...(lines.length === 0 ? {} : { lines: fileOf('lines', id) }),
        ...(mapId === null || below !== 'townMap' ? {} : { map: fileOf('map', mapId) }),
      }
    }
    case 'townMap':
      return { ...board, title, map: fileOf('map', id) }
    case 'departures':
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
    case 'today':
      return { ...board, title }
  }
}

/** The town map that a preview calls by this name; null where it is another file. */
export function mapNamed(name: string, boards: Boards): TownMap | null {
  const board = boardNamed('map', name, boards)
  return board?.kind === 'townMap' ? board.map : null
}

/** The lines that a preview calls by this name; null where they are another file. */
export function linesNamed(name: string, boards: Boards): RouteLines | null {
  const board = boardNamed('lines', name, boards)
  return board?.kind === 'busMap' ? { format: 1, lines: board.lines } : null
}

/** Is it a file of the server, not a document of a draft? */
export function isStored(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}

function boardNamed(document: Document, name: string, boards: Boards): BoardDraft['board'] | undefined {
  return boards.find(({ id }) => fileOf(document, id).sha256 === name)?.board
}

function fileOf(document: Document, boardId: string): FileRef {
  return { sha256: `${document} of ${boardId}`, bytes: 1, mediaType: 'application/json' }
}
