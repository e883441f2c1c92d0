import type { Kysely } from 'kysely'

/** Who answers for which displays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('user_account').addColumn('groups', 'text').execute()
}
