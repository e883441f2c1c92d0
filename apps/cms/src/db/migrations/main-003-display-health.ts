import type { Kysely } from 'kysely'

/** What a display last reported, so that every server can tell how it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('display').addColumn('health', 'text').execute()
}
