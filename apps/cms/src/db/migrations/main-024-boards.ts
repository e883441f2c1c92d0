import type { Kysely } from 'kysely'

/** Boards of the outside world, as staff set them up; `files` are the documents that the glass gets of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('board')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('files', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
}
