import type { Kysely } from 'kysely'

/** What was recorded of the council's sittings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recording')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('sitting_id', 'text')
    .addColumn('captions_id', 'text')
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('said', 'text', (c) => c.notNull())
    .addColumn('recorded', 'text', (c) => c.notNull())
    .addColumn('asset_id', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('held_until', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('recording_start').on('recording').column('started_at').execute()
}
