import { AuditEntry, type Id, WebhookTopic, WebhookView } from '@akari/protocol'
import type { ExpressionBuilder, Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const Topics = z.array(WebhookTopic)
const Detail = z.record(z.string(), z.unknown())

export type WebhooksStore = ReturnType<typeof webhooksStore>
/** Whom to tell, and what they were told already. */
export type DueWebhook = WebhookView & { toldThrough: number }

export function webhooksStore(db: MainDatabase) {
  return {
    /** By name, then id. */
    list: async (): Promise<WebhookView[]> => {
      const rows = await db.selectFrom('webhook').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<WebhookView | null> => {
      const row = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** It is told of what happens from now on. */
    insert: async (webhook: WebhookView): Promise<void> => {
      const toldThrough = await newestSequence(db)
      await db
        .insertInto('webhook')
        .values({ ...toRow(webhook), told_through: toldThrough, created_at: webhook.createdAt })
        .execute()
    },
    /** False when it has another version or is gone. */
    replace: async (webhook: WebhookView, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('webhook')
        .set(toRow(webhook))
        .where('id', '=', webhook.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
    /** Those whose turn it is and that no server has in hand, now in this one's hand until then. */
    take: async (at: string, heldUntil: string): Promise<DueWebhook[]> => {
      const newest = await newestSequence(db)
      const free = db.selectFrom('webhook').selectAll().where('paused', '=', 0).where('next_at', '<=', at)
      const rows = await free.where('told_through', '<', newest).where(notHeld(at)).execute()
      const taken: DueWebhook[] = []
      for (const row of rows) {
        const done = await db
          .updateTable('webhook')
          .set({ held_until: heldUntil })
          .where('id', '=', row.id)
          .where(notHeld(at))
          .executeTakeFirst()
        if (done.numUpdatedRows === 1n) taken.push({ ...fromRow(row), toldThrough: row.told_through })
      }
      return taken
    },
    /** Gives it back with how far it was told. */
    release: async (
      id: Id,
      state: {
        toldThrough: number
        failures: number
        nextAt: string
        lastToldAt: string | null
        lastFault: string | null
      },
    ): Promise<void> => {
      await db
        .updateTable('webhook')
        .set({
          told_through: state.toldThrough,
          failures: state.failures,
          next_at: state.nextAt,
          last_fault: state.lastFault,
          held_until: null,
          ...(state.lastToldAt === null ? {} : { last_told_at: state.lastToldAt }),
        })
        .where('id', '=', id)
        .execute()
    },
    /** The entries after this one, oldest first. */
    entriesAfter: async (sequence: number, limit: number): Promise<AuditEntry[]> => {
      const query = db.selectFrom('audit_entry').selectAll().where('sequence', '>', sequence)
      const rows = await query.orderBy('sequence').limit(limit).execute()
      return rows.map((row) => AuditEntry.parse({ ...row, detail: Detail.parse(JSON.parse(row.detail)) }))
    },
  }
}

async function newestSequence(db: MainDatabase): Promise<number> {
  const row = await db
    .selectFrom('audit_entry')
    .select((e) => e.fn.max('sequence').as('newest'))
    .executeTakeFirst()
  return row?.newest ?? 0
}

function notHeld(at: string) {
  return (e: ExpressionOf) => e.or([e('held_until', 'is', null), e('held_until', '<', at)])
}
type ExpressionOf = ExpressionBuilder<MainTables, 'webhook'>

function fromRow(row: Selectable<MainTables['webhook']>): WebhookView {
  return WebhookView.parse({
    id: row.id,
    name: row.name,
    url: row.url,
    topics: Topics.parse(JSON.parse(row.topics)),
    paused: row.paused === 1,
    version: row.version,
    lastToldAt: row.last_told_at,
    failures: row.failures,
    lastFault: row.last_fault,
    nextAt: row.next_at,
    createdAt: row.created_at,
  })
}

function toRow(webhook: WebhookView) {
  return {
    id: webhook.id,
    name: webhook.name,
    url: webhook.url,
    topics: JSON.stringify(webhook.topics),
    paused: webhook.paused ? 1 : 0,
    version: webhook.version,
    failures: webhook.failures,
    next_at: webhook.nextAt,
    last_fault: webhook.lastFault,
  }
}
