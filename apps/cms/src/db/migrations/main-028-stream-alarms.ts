import type { Kysely } from 'kysely'

/** Sittings of which people were told that their stream was not there, and that it was there after all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stream_alarm')
    .addColumn('sitting_id', 'text', (c) => c.primaryKey())
    .addColumn('raised_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute()
}
