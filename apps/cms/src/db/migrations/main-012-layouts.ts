import type { Kysely } from 'kysely'

/** How the glass may be shared among zones, as staff draw it; `zones` is JSON, by the shape of the glass. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('layout')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('zones', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
}
