import type { Kysely } from 'kysely'

/** How live streams were, minute by minute and server by server. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stream_minute')
    .addColumn('stream_id', 'text', (c) => c.notNull().references('stream.id').onDelete('cascade'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('node', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('bits_per_second', 'double precision')
    .addColumn('latency_ms', 'integer')
    .addColumn('stalls', 'integer', (c) => c.notNull())
    .addColumn('displays', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('stream_minute_key', ['stream_id', 'at', 'node'])
    .execute()
  await db.schema.createIndex('stream_minute_by_time').on('stream_minute').column('at').execute()
}
