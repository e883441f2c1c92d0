import type { Kysely } from 'kysely'

/** Streams that displays were last seen to be granted: what one server granted, every other one leaves them for a while. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stream_grant')
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('stream_id', 'text', (c) => c.notNull())
    .addColumn('stream', 'text', (c) => c.notNull())
    .addColumn('granted_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('stream_grant_key', ['display_id', 'stream_id'])
    .execute()
}
