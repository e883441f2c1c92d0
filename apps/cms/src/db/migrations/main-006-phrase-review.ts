import { type Kysely, sql } from 'kysely'
import type { Engine } from '../engine.ts'

const TABLES = ['phrase_confirmation', 'phrase_withdrawal', 'phrase_report', 'phrase_report_end'] as const

/** Who stands for the emergency texts of a language, and what was found wrong in them: written once, never changed. */
export function phraseReview(engine: Engine) {
  return async (db: Kysely<unknown>): Promise<void> => {
    await confirmations(db)
    await reports(db)
    if (engine === 'postgres') {
      await sql`create function refuse_phrase_change() returns trigger language plpgsql as
        $$ begin raise exception 'the review of phrases is append-only'; end $$`.execute(db)
    }
    for (const table of TABLES) await appendOnly(db, engine, table)
  }
}

async function confirmations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('phrase_confirmation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('texts', 'text', (c) => c.notNull())
    .addColumn('phrases', 'integer', (c) => c.notNull())
    .addColumn('user_id', 'text')
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('capacity', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('phrase_confirmation_order', ['language', 'sequence'])
    .execute()
  await db.schema
    .createTable('phrase_withdrawal')
    .addColumn('confirmation_id', 'text', (c) => c.primaryKey().references('phrase_confirmation.id'))
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
}

async function reports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('phrase_report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('phrase_key', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('holds', 'integer', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('phrase_report_end')
    .addColumn('report_id', 'text', (c) => c.primaryKey().references('phrase_report.id'))
    .addColumn('ending', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
}

/** The database itself refuses to change or delete what was written. */
async function appendOnly(db: Kysely<unknown>, engine: Engine, table: (typeof TABLES)[number]): Promise<void> {
  if (engine === 'postgres') {
    await sql`create trigger ${sql.ref(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_phrase_change()`.execute(db)
    return
  }
  for (const verb of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'the review of phrases is append-only'); end`,
      )
      .execute(db)
  }
}
