import { type Kysely, sql } from 'kysely'
import { type AuditRow, GENESIS, linkOf } from '../audit-link.ts'
import type { Engine } from '../engine.ts'
import { appendOnlyAudit } from './main-002-append-only-audit.ts'

type Tables = { audit_entry: AuditRow & { hash: string } }

/** Gives every audit entry a link to the one before it; entries of before are chained as they stand. */
export function auditChain(engine: Engine) {
  return async (db: Kysely<unknown>): Promise<void> => {
    // PostgreSQL's migrations run in a transaction already, SQLite's do not.
    if (engine === 'sqlite') await db.transaction().execute((tx) => chain(tx, engine))
    else await chain(db, engine)
  }
}

async function chain(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .alterTable('audit_entry')
    .addColumn('hash', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await allowChanges(db, engine)
  const log = db.$extendTables<Tables>()
  let previous = GENESIS
  for (const row of await log.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()) {
    const hash = linkOf(previous, row)
    await log.updateTable('audit_entry').set({ hash }).where('sequence', '=', row.sequence).execute()
    previous = hash
  }
  await appendOnlyAudit(engine)(db)
}

async function allowChanges(db: Kysely<unknown>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') {
    for (const verb of ['update', 'delete']) await sql.raw(`drop trigger audit_entry_no_${verb}`).execute(db)
    return
  }
  await sql`drop trigger audit_entry_append_only on audit_entry`.execute(db)
  await sql`drop function refuse_audit_change()`.execute(db)
}
