import type { Kysely } from 'kysely'

/** When the host of a display first read the state off the pixels of the glass. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('alert_acknowledgement').addColumn('seen_at', 'text').execute()
}
