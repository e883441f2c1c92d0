import type { Kysely } from 'kysely'

/** How a playlist runs (in step with other displays, one item a pass, hard cuts), and the posters staff fill in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('playlist')
    .addColumn('sync', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('playlist')
    .addColumn('campaign', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('playlist').addColumn('transition', 'text').execute()
  await db.schema
    .createTable('poster')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('poster', 'text', (c) => c.notNull())
    .addColumn('picture_id', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
}
