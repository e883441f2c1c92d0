import { type Id, StreamView, Texts } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

export type StreamStore = ReturnType<typeof streamStore>

export function streamStore(db: MainDatabase) {
  return {
    list: async (): Promise<StreamView[]> =>
      (await db.selectFrom('stream').selectAll().orderBy('id').execute()).map(streamOf),
    find: async (id: Id): Promise<StreamView | null> => {
      const row = await db.selectFrom('stream').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : streamOf(row)
    },
    insert: async (stream: StreamView): Promise<void> => {
      await db
        .insertInto('stream')
        .values({ id: stream.id, title: JSON.stringify(stream.title), url: stream.url })
        .execute()
    },
    /** False when there is none. */
    replace: async (stream: StreamView): Promise<boolean> => {
      const done = await db
        .updateTable('stream')
        .set({ title: JSON.stringify(stream.title), url: stream.url })
        .where('id', '=', stream.id)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('stream').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

function streamOf(row: { id: string; title: string; url: string }): StreamView {
  return StreamView.parse({ id: row.id, title: Texts.parse(JSON.parse(row.title)), url: row.url })
}
