import type { Kysely } from 'kysely'

/** The alert log, the newest state of each channel, and what displays answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const t = db.schema
  await t
    .createTable('alert_channel')
    .addColumn('channel', 'text', (c) => c.primaryKey())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('book', 'text', (c) => c.notNull())
    .addColumn('envelope', 'text', (c) => c.notNull())
    .execute()
  await t
    .createTable('alert_log')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('issued_at', 'text', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addColumn('envelope', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('alert_log_key', ['channel', 'epoch', 'revision'])
    .execute()
  await t
    .createTable('alert_acknowledgement')
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('received_at', 'text')
    .addColumn('saved', 'integer', (c) => c.notNull())
    .addColumn('shown_at', 'text')
    .addPrimaryKeyConstraint('alert_acknowledgement_key', ['display_id', 'channel', 'epoch', 'revision'])
    .execute()
}
