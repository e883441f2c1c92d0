import { type Kysely, sql } from 'kysely'
import type { Engine } from '../engine.ts'

/** The database itself refuses to change or delete what was written to the audit log. */
export function appendOnlyAudit(engine: Engine) {
  return async (db: Kysely<unknown>): Promise<void> => {
    if (engine === 'sqlite') {
      for (const verb of ['update', 'delete']) {
        await sql
          .raw(
            `create trigger audit_entry_no_${verb} before ${verb} on audit_entry begin select raise(abort, 'audit log is append-only'); end`,
          )
          .execute(db)
      }
      return
    }
    await sql`create function refuse_audit_change() returns trigger language plpgsql as
      $$ begin raise exception 'audit log is append-only'; end $$`.execute(db)
    await sql`create trigger audit_entry_append_only before update or delete or truncate on audit_entry
      for each statement execute function refuse_audit_change()`.execute(db)
  }
}
