import type { Kysely } from 'kysely'

/** The city's table of how alerts are handled, each version of it; kept beside the log of the alerts that it shaped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert_policy')
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_whom', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('policy', 'text', (c) => c.notNull())
    .execute()
}
