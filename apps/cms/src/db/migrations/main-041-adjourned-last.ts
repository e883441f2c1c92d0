import type { Kysely } from 'kysely'

/** The takeover of a sitting that is closed says since when: of several, the one closed last is shown. Null: it is not closed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('takeover').addColumn('adjourned_at', 'text').execute()
}
