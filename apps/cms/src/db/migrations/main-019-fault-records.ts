import type { Kysely } from 'kysely'

/** What went wrong at displays, as they tell it themselves, also of times when nobody could hear them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('fault_record')
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('times', 'integer', (c) => c.notNull())
    .addColumn('ended', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('fault_record_key', ['display_id', 'id'])
    .execute()
  await db.schema
    .createIndex('fault_record_of_display')
    .on('fault_record')
    .columns(['display_id', 'first_at'])
    .execute()
  await db.schema.createIndex('fault_record_by_age').on('fault_record').column('last_at').execute()
}
