import type { Kysely } from 'kysely'

/** How often the displays themselves had to show the slate instead of a stream. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('stream_minute').addColumn('slates', 'integer').execute()
}
