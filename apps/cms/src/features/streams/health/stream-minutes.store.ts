import { type Id, type Instant, StreamMinute } from '@akari/protocol'
import type { MainDatabase } from '../../../db/database.ts'

export type StreamMinutesStore = ReturnType<typeof streamMinutesStore>

/** How streams were, minute by minute; `node`: this server. */
export function streamMinutesStore(db: MainDatabase, node: string) {
  return {
    /** Of a stream that was deleted meanwhile nothing is kept. */
    put: async (streamId: Id, minute: StreamMinute) => {
      const { at, state, bitsPerSecond, latencyMs, stallsLastHour, slatesLastHour, displays } = minute
      await db.transaction().execute(async (tx) => {
        const stream = await tx.selectFrom('stream').select('id').where('id', '=', streamId).executeTakeFirst()
        if (stream === undefined) return
        await tx
          .insertInto('stream_minute')
          .values({
            stream_id: streamId,
            at,
            node,
            state,
            bits_per_second: bitsPerSecond,
            latency_ms: latencyMs,
            stalls: stallsLastHour,
            slates: slatesLastHour,
            displays,
          })
          .onConflict((conflict) => conflict.columns(['stream_id', 'at', 'node']).doNothing())
          .execute()
      })
    },
    /** As each server saw it, oldest first. */
    since: async (streamId: Id, since: Instant): Promise<StreamMinute[]> => {
      const rows = await db
        .selectFrom('stream_minute')
        .selectAll()
        .where('stream_id', '=', streamId)
        .where('at', '>=', since)
        .orderBy('at')
        .execute()
      return rows.map((row) =>
        StreamMinute.parse({
          at: row.at,
          state: row.state,
          bitsPerSecond: row.bits_per_second,
          latencyMs: row.latency_ms,
          stallsLastHour: row.stalls,
          slatesLastHour: row.slates,
          displays: row.displays,
        }),
      )
    },
    removeBefore: async (before: Instant): Promise<void> => {
      await db.deleteFrom('stream_minute').where('at', '<', before).execute()
    },
  }
}
