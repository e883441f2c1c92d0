import type { Kysely } from 'kysely'

/** A recording that was deleted is remembered: its sitting is not recorded anew by itself, and its id not given again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('recording').addColumn('deleted_at', 'text').execute()
}
