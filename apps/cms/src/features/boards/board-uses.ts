import type { BoardUse, DraftItem, Id } from '@akari/protocol'
import type { StoredBoard } from './boards.store.ts'

type Shown = { id: Id; name: string; items: readonly Pick<DraftItem, 'scene'>[] }

/** What uses each board: playlists that show it, and bus maps that lie over its town map; boards without any may be missing. */
export function boardUses(
  playlists: readonly Shown[],
  boards: readonly Pick<StoredBoard, 'id' | 'title' | 'board'>[],
): Map<Id, BoardUse[]> {
  const uses = new Map<Id, BoardUse[]>()
  const add = (boardId: Id, use: BoardUse): void => {
    uses.set(boardId, [...(uses.get(boardId) ?? []), use])
  }
  for (const { id, name, items } of playlists) {
    const shown = new Set(items.flatMap(({ scene }) => (scene.kind === 'board' ? [scene.boardId] : [])))
    for (const boardId of shown) add(boardId, { kind: 'playlist', id, name })
  }
  for (const { id, title, board } of boards) {
    if (board.kind === 'busMap' && board.mapId !== null) add(board.mapId, { kind: 'board', id, name: title.ja })
  }
  return uses
}
