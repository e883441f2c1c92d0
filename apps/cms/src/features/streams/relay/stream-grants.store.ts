import { type Id, type Instant, Stream } from '@akari/protocol'
import type { MainDatabase } from '../../../db/database.ts'

export type StreamGrantsStore = ReturnType<typeof streamGrantsStore>

/** Streams that displays were granted, by whichever server they asked. */
export function streamGrantsStore(db: MainDatabase) {
  return {
    keep: async (displayId: Id, stream: Stream, at: Instant): Promise<void> => {
      await db
        .insertInto('stream_grant')
        .values({ display_id: displayId, stream_id: stream.id, stream: JSON.stringify(stream), granted_at: at })
        .onConflict((conflict) =>
          conflict.columns(['display_id', 'stream_id']).doUpdateSet((eb) => ({
            stream: eb.ref('excluded.stream'),
            granted_at: eb.ref('excluded.granted_at'),
          })),
        )
        .execute()
    },
    /** What a display was granted after that moment; null where it was not. */
    since: async (displayId: Id, streamId: Id, after: Instant): Promise<Stream | null> => {
      const row = await db
        .selectFrom('stream_grant')
        .select('stream')
        .where('display_id', '=', displayId)
        .where('stream_id', '=', streamId)
        .where('granted_at', '>', after)
        .executeTakeFirst()
      return row === undefined ? null : Stream.parse(JSON.parse(row.stream))
    },
    removeBefore: async (before: Instant): Promise<void> => {
      await db.deleteFrom('stream_grant').where('granted_at', '<', before).execute()
    },
  }
}
