import type { Kysely } from 'kysely'

/** When somebody last let a sitting come before another one that is in session; null: nobody did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('takeover').addColumn('brought_at', 'text').execute()
}
