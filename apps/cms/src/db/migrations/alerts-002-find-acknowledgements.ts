import type { Kysely } from 'kysely'

/** The answers to one state are read often, and the table holds those to every state. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('alert_acknowledgement_by_state')
    .on('alert_acknowledgement')
    .columns(['channel', 'epoch', 'revision'])
    .execute()
}
