import { SelfTestRun, SelfTestSettings } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { settingStore } from '../setting.store.ts'

const BY_DEFAULT: SelfTestSettings = { nightlyAt: '03:30', everyFiveMinutes: false }

export type SelfTestStore = ReturnType<typeof selfTestStore>

function runOf(row: MainTables['self_test_run']): SelfTestRun {
  return SelfTestRun.parse({
    id: row.id,
    cause: row.cause,
    displayId: row.display_id,
    acceptedAt: row.accepted_at,
    broadcastMs: row.broadcast_ms,
    receivedMs: row.received_ms,
    shownMs: row.shown_ms,
    seenMs: row.seen_ms,
    outcome: row.outcome,
    reason: row.reason,
  })
}

export function selfTestStore(db: MainDatabase) {
  const settings = settingStore(db, 'self-test', SelfTestSettings, BY_DEFAULT)
  return {
    settings: settings.read,
    saveSettings: settings.write,
    /** Takes a slot: one run for each, however many servers there are. False when another was first. */
    begin: async (
      slot: string,
      {
        id,
        cause,
        displayId,
        acceptedAt,
        outcome,
      }: Pick<SelfTestRun, 'id' | 'cause' | 'displayId' | 'acceptedAt' | 'outcome'>,
    ): Promise<boolean> => {
      const unknown = { epoch: null, revision: null, broadcast_ms: null, received_ms: null, shown_ms: null }
      const done = await db
        .insertInto('self_test_run')
        .values({ id, slot, cause, display_id: displayId, accepted_at: acceptedAt, outcome, ...unknown })
        .onConflict((c) => c.column('slot').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    finish: async (run: SelfTestRun, at: { epoch: number; revision: number } | null): Promise<void> => {
      await db
        .updateTable('self_test_run')
        .set({
          epoch: at?.epoch ?? null,
          revision: at?.revision ?? null,
          broadcast_ms: run.broadcastMs,
          received_ms: run.receivedMs,
          shown_ms: run.shownMs,
          seen_ms: run.seenMs,
          outcome: run.outcome,
          reason: run.reason,
        })
        .where('id', '=', run.id)
        .execute()
    },
    /** Those that a server was cut off in. */
    giveUp: async (before: string): Promise<void> => {
      await db
        .updateTable('self_test_run')
        .set({ outcome: 'failed', reason: 'interrupted' })
        .where('outcome', '=', 'underWay')
        .where('accepted_at', '<', before)
        .execute()
    },
    /** Oldest first, at most `limit` of the newest. */
    since: async (from: string, limit: number): Promise<SelfTestRun[]> => {
      const rows = await db
        .selectFrom('self_test_run')
        .selectAll()
        .where('accepted_at', '>=', from)
        .orderBy('accepted_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(runOf).toReversed()
    },
    forget: async (before: string): Promise<void> => {
      await db.deleteFrom('self_test_run').where('accepted_at', '<', before).execute()
    },
  }
}
