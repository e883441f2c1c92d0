import type { Kysely } from 'kysely'

/** What the desk keeps: shelters, messages that wait for a second person, and what one person sent out alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shelter')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('is_open', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('alert_proposal')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('alert', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('proposer_id', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull())
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('comment', 'text')
    .execute()
  await db.schema.createIndex('alert_proposal_state').on('alert_proposal').columns(['state', 'expires_at']).execute()
  await db.schema
    .createTable('broken_glass')
    .addColumn('alert_id', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('acknowledged_by', 'text')
    .addColumn('acknowledged_at', 'text')
    .addPrimaryKeyConstraint('broken_glass_key', ['alert_id', 'sent_at'])
    .execute()
}
