import type { BoardScene, BoardView, FileRef, Id } from '@akari/protocol'

/** A board as compilation needs it, with the documents made of it. */
export type DraftBoard = Pick<BoardView, 'id' | 'title' | 'board'> & {
  files: { map?: FileRef | undefined; lines?: FileRef | undefined }
}

/** A board as the glass gets it; null when the town map that it is about has no document. */
export function boardScene(
  { title, board, files }: DraftBoard,
  boards: ReadonlyMap<Id, Pick<DraftBoard, 'files'>>,
): BoardScene | null {
  switch (board.kind) {
    case 'busMap': {
      const { mapId, lines: _drawn, ...own } = board
      const map = mapId === null ? undefined : boards.get(mapId)?.files.map
      return {
        ...own,
        title,
        ...(files.lines === undefined ? {} : { lines: files.lines }),
        ...(map === undefined ? {} : { map }),
      }
    }
    case 'townMap':
      return files.map === undefined ? null : { ...board, title, map: files.map }
    case 'departures':
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
    case 'today':
      return { ...board, title }
  }
}
