import type { Kysely } from 'kysely'

/** Live feeds: what staff set up, what came of it, and timetables; and which feeds the programme of a display shows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feed')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('sealed_key', 'text')
    .addColumn('is_on', 'integer', (c) => c.notNull())
    .addColumn('notices', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('feed_state')
    .addColumn('feed_id', 'text', (c) => c.primaryKey())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('data', 'text')
    .addColumn('checked_at', 'text')
    .addColumn('asked_at', 'text')
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('held_until', 'text')
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('last_error', 'text')
    .addColumn('counted', 'integer')
    .addColumn('memory', 'text')
    .execute()
  await db.schema
    .createTable('feed_timetable')
    .addColumn('feed_id', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text')
    .addColumn('validators', 'text')
    .addColumn('last_error', 'text')
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('held_until', 'text')
    .execute()
  await db.schema.alterTable('published_programme').addColumn('feeds', 'text').execute()
}
