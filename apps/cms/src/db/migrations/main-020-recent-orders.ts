import type { Kysely } from 'kysely'

/** What was asked lately, of any display, is looked up every few seconds while somebody waits for answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('display_order_by_time').on('display_order').column('asked_at').execute()
}
