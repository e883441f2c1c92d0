import type { Kysely } from 'kysely'

/** Sittings of the council: as planned, where they stand, and how they came there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sitting')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('captions_id', 'text', (c) => c.notNull())
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('standing', 'text', (c) => c.notNull())
    .addColumn('last', 'text')
    .addColumn('live_version', 'integer', (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('sitting_start').on('sitting').column('starts_at').execute()
  await db.schema
    .createTable('sitting_step')
    .addColumn('sitting_id', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('standing', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('sitting_step_key', ['sitting_id', 'number'])
    .execute()
}
