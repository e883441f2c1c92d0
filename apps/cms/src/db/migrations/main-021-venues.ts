import type { Kysely } from 'kysely'

/** Buildings with their floor maps: the plans that were imported, what staff changed on them, and what is closed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('venue')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('asset_id', 'text')
    .addColumn('published', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('venue_plan')
    .addColumn('venue_id', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('venue_plan_key', ['venue_id', 'number'])
    .execute()
  await db.schema
    .createTable('venue_version')
    .addColumn('venue_id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('plan_number', 'integer', (c) => c.notNull())
    .addColumn('edits', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_whom', 'text', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('venue_version_key', ['venue_id', 'version'])
    .execute()
  await db.schema
    .createTable('way_closure')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('venue_id', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text')
    .execute()
  await db.schema.createIndex('way_closure_of_venue').on('way_closure').column('venue_id').execute()
}
