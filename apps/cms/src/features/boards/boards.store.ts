import { BoardContent, BoardFiles, type BoardView, type Id, Texts } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type StoredBoard = Omit<BoardView, 'usedIn'> & { files: BoardFiles }

export type BoardStore = ReturnType<typeof boardStore>

export function boardStore(db: MainDatabase) {
  return {
    /** The one changed last first. */
    list: async (): Promise<StoredBoard[]> => {
      const rows = await db.selectFrom('board').selectAll().orderBy('updated_at', 'desc').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredBoard | null> => {
      const row = await db.selectFrom('board').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (board: StoredBoard): Promise<void> => {
      await db.insertInto('board').values(toRow(board)).execute()
    },
    /** Replaces the board if it still has `expectedVersion`; false when it has another one or is gone. */
    replace: async (board: StoredBoard, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('board')
        .set(toRow(board))
        .where('id', '=', board.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('board').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

function fromRow(row: MainTables['board']): StoredBoard {
  return {
    id: row.id,
    title: Texts.parse(JSON.parse(row.title)),
    board: BoardContent.parse(JSON.parse(row.board)),
    files: BoardFiles.parse(JSON.parse(row.files)),
    version: row.version,
    updatedAt: row.updated_at,
  }
}

function toRow(board: StoredBoard): MainTables['board'] {
  return {
    id: board.id,
    title: JSON.stringify(board.title),
    board: JSON.stringify(board.board),
    files: JSON.stringify(board.files),
    version: board.version,
    updated_at: board.updatedAt,
  }
}
