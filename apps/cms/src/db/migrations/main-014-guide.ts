import type { Kysely } from 'kysely'

/** How far somebody is with the first-run guide, and who did what, which it asks the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('user_guide')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('put_away', 'integer', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .execute()
  await db.schema.createIndex('audit_entry_actor').on('audit_entry').columns(['actor', 'action']).execute()
}
