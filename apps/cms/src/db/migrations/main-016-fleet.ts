import type { Kysely } from 'kysely'

/** Watching over the displays: what is asked of them, what they handed in, who works on them, and who is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('display').addColumn('maintenance', 'text').execute()
  await db.schema
    .createTable('display_order')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('display_order_of').on('display_order').columns(['display_id', 'asked_at']).execute()
  await db.schema.createIndex('display_order_open').on('display_order').columns(['state', 'expires_at']).execute()
  await db.schema
    .createTable('display_evidence')
    .addColumn('display_id', 'text', (c) => c.primaryKey())
    .addColumn('picture_at', 'text')
    .addColumn('jpeg', 'text')
    .addColumn('log', 'text')
    .execute()
  await db.schema
    .createTable('display_alarm')
    .addColumn('display_id', 'text', (c) => c.primaryKey())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('raised_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('mail')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recipients', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('last_fault', 'text')
    .execute()
}
