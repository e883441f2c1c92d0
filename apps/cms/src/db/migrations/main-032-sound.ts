import type { Kysely } from 'kysely'

/** When films and live pictures are heard, and entries that never are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sound_hours')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('volume', 'integer', (c) => c.notNull())
    .addColumn('targets', 'text', (c) => c.notNull())
    .addColumn('times', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.alterTable('schedule_entry').addColumn('silent', 'integer').execute()
}
