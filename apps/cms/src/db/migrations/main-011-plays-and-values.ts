import type { Kysely } from 'kysely'

/** What displays have shown, and the values of the outside world that conditions of the schedule ask for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('play')
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint', (c) => c.notNull())
    .addColumn('ending', 'text', (c) => c.notNull())
    .addColumn('shown', 'text', (c) => c.notNull())
    .addColumn('error', 'text')
    .addPrimaryKeyConstraint('play_key', ['display_id', 'id'])
    .execute()
  await db.schema.createIndex('play_of_display').on('play').columns(['display_id', 'started_at']).execute()
  await db.schema.createIndex('play_by_age').on('play').column('started_at').execute()
  await db.schema
    .createTable('live_value')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('by_whom', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('live_values_revision')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .execute()
}
