import { type Kysely, sql } from 'kysely'

/** Entries with all that the programme knows, tags of displays, dayparts, the office calendar, operating hours, takeovers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('display')
    .addColumn('tags', 'text', (c) => c.notNull().defaultTo(sql`'[]'`))
    .execute()
  await db.schema.alterTable('schedule_entry').addColumn('turn_order', 'integer').execute()
  for (const column of ['role', 'conditions', 'on_higher']) {
    await db.schema.alterTable('schedule_entry').addColumn(column, 'text').execute()
  }
  await db.schema.alterTable('published_programme').addColumn('scheduled', 'text').execute()
  await db.schema
    .createTable('daypart')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('times', 'text', (c) => c.notNull())
    .addColumn('exceptions', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('office_calendar')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('operating_hours')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('of_kind', 'text', (c) => c.notNull())
    .addColumn('of_name', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('hours', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('operating_hours_of', ['of_kind', 'of_name'])
    .execute()
  await db.schema
    .createTable('takeover')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('playlist_id', 'text', (c) => c.notNull())
    .addColumn('playlist', 'text', (c) => c.notNull())
    .addColumn('targets', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .addColumn('notice_seconds', 'integer', (c) => c.notNull())
    .addColumn('started_by', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('ended_by', 'text')
    .addColumn('is_open', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('takeover_open').on('takeover').columns(['is_open', 'ends_at']).execute()
}
