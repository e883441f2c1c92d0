import { type Channel, Epoch, Instant, Revision, SignedAlertState } from '@akari/protocol'
import { z } from 'zod'
import type { AlertDatabase } from '../../db/database.ts'

/** Newest state of a channel as stored. `book` is the life-cycle state of packages/alerts as JSON text. */
export type StoredChannel = { epoch: Epoch; revision: Revision; book: string; envelope: SignedAlertState }

export type AlertAppend = StoredChannel & { channel: Channel; issuedAt: string; actor: string; cause: string }

const AckRow = z.object({
  display_id: z.string(),
  received_at: Instant.nullable(),
  saved: z.number(),
  shown_at: Instant.nullable(),
  seen_at: Instant.nullable(),
})
export type StoredAck = {
  displayId: string
  receivedAt: string | null
  saved: boolean
  shownAt: string | null
  seenAt: string | null
}
export type AckWrite = StoredAck & { channel: Channel; epoch: Epoch; revision: Revision }

export type AlertsStore = ReturnType<typeof alertsStore>

/** `wakeOthers` is part of the commit: other nodes hear of a state when it is stored, and never of one that is not. */
export function alertsStore(db: AlertDatabase, wakeOthers: (tx: AlertDatabase) => Promise<void>) {
  return {
    load: async (channel: Channel): Promise<StoredChannel | null> => {
      const row = await db.selectFrom('alert_channel').selectAll().where('channel', '=', channel).executeTakeFirst()
      if (row === undefined) return null
      return {
        epoch: Epoch.parse(row.epoch),
        revision: Revision.parse(row.revision),
        book: row.book,
        envelope: SignedAlertState.parse(JSON.parse(row.envelope)),
      }
    },
    /**
     * Appends states of one channel to the log, oldest first, and moves the channel on to the last of them, in one
     * transaction. False when the channel is not where the caller thought it was: another node was first, read again.
     */
    append: (states: readonly AlertAppend[], expected: { epoch: Epoch; revision: Revision } | null): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const next = states.at(-1)
        if (next === undefined) return true
        const state = {
          epoch: next.epoch,
          revision: next.revision,
          book: next.book,
          envelope: JSON.stringify(next.envelope),
        }
        const moved =
          expected === null
            ? await tx
                .insertInto('alert_channel')
                .values({ channel: next.channel, ...state })
                .onConflict((c) => c.column('channel').doNothing())
                .executeTakeFirst()
                .then((done) => Number(done.numInsertedOrUpdatedRows ?? 0))
            : await tx
                .updateTable('alert_channel')
                .set(state)
                .where('channel', '=', next.channel)
                .where('epoch', '=', expected.epoch)
                .where('revision', '=', expected.revision)
                .executeTakeFirst()
                .then((done) => Number(done.numUpdatedRows))
        if (moved !== 1) return false
        await tx
          .insertInto('alert_log')
          .values(
            states.map(({ channel, epoch, revision, issuedAt, actor, cause, envelope }) => ({
              channel,
              epoch,
              revision,
              issued_at: issuedAt,
              actor,
              cause,
              envelope: JSON.stringify(envelope),
            })),
          )
          // Two servers that were cut off from the database may have given out one number twice; the first is kept.
          .onConflict((c) => c.columns(['channel', 'epoch', 'revision']).doNothing())
          .execute()
        await wakeOthers(tx)
        return true
      }),
    /** Keeps what the book learnt without a new state; nothing happens when the channel has moved on. */
    remember: async (at: { channel: Channel; epoch: Epoch; revision: Revision }, book: string): Promise<void> => {
      await db
        .updateTable('alert_channel')
        .set({ book })
        .where('channel', '=', at.channel)
        .where('epoch', '=', at.epoch)
        .where('revision', '=', at.revision)
        .execute()
    },
    /** A batch in one statement; what is known already stays known. */
    acknowledge: async (batch: readonly AckWrite[]): Promise<void> => {
      if (batch.length === 0) return
      await db
        .insertInto('alert_acknowledgement')
        .values(
          batch.map((ack) => ({
            display_id: ack.displayId,
            channel: ack.channel,
            epoch: ack.epoch,
            revision: ack.revision,
            received_at: ack.receivedAt,
            saved: ack.saved ? 1 : 0,
            shown_at: ack.shownAt,
            seen_at: ack.seenAt,
          })),
        )
        .onConflict((c) =>
          c.columns(['display_id', 'channel', 'epoch', 'revision']).doUpdateSet((e) => ({
            received_at: e.fn.coalesce('excluded.received_at', 'alert_acknowledgement.received_at'),
            saved: e.case().when('excluded.saved', '=', 1).then(1).else(e.ref('alert_acknowledgement.saved')).end(),
            shown_at: e.fn.coalesce('excluded.shown_at', 'alert_acknowledgement.shown_at'),
            // The first time counts: a display says it again when it had lost sight of it.
            seen_at: e.fn.coalesce('alert_acknowledgement.seen_at', 'excluded.seen_at'),
          })),
        )
        .execute()
    },
    acknowledgements: async (channel: Channel, epoch: Epoch, revision: Revision): Promise<StoredAck[]> => {
      const rows = await db
        .selectFrom('alert_acknowledgement')
        .select(['display_id', 'received_at', 'saved', 'shown_at', 'seen_at'])
        .where('channel', '=', channel)
        .where('epoch', '=', epoch)
        .where('revision', '=', revision)
        .execute()
      return rows.map((row) => {
        const ack = AckRow.parse(row)
        return {
          displayId: ack.display_id,
          receivedAt: ack.received_at,
          saved: ack.saved === 1,
          shownAt: ack.shown_at,
          seenAt: ack.seen_at,
        }
      })
    },
  }
}
