import type { Kysely } from 'kysely'

/** A takeover of a sitting says whether that is open: other sittings give way to it before and after their own. Null: of no sitting. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('takeover').addColumn('sitting', 'text').execute()
}
