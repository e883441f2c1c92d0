import { inTurn } from '@akari/node-kit'
import { AuditEntry, SignedAuditHead } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import { type ChainedRow, GENESIS, linkOf } from '../../db/audit-link.ts'
import { settingStore } from '../setting.store.ts'

const Detail = z.record(z.string(), z.unknown())
const PAGE = 1000

type NewEntry = Omit<AuditEntry, 'sequence'>

export type AuditStore = ReturnType<typeof auditStore>

/** Append-only and chained: the database refuses updates and deletions (migration 002), the links show them (004). */
export function auditStore(db: MainDatabase) {
  const head = settingStore(db, 'audit.head', SignedAuditHead, null)
  const turn = inTurn()

  async function newest(): Promise<{ sequence: number; hash: string }> {
    const row = await db
      .selectFrom('audit_entry')
      .select(['sequence', 'hash'])
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ?? { sequence: 0, hash: GENESIS }
  }

  /** Another server may take the same number, which is the key; the loser follows on the winner's entry. */
  async function appendNext({ detail, ...entry }: NewEntry): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt++) {
      const before = await newest()
      const row = { ...entry, detail: JSON.stringify(detail), sequence: before.sequence + 1 }
      const done = await db
        .insertInto('audit_entry')
        .values({ ...row, hash: linkOf(before.hash, row) })
        .onConflict((c) => c.column('sequence').doNothing())
        .executeTakeFirst()
      if (Number(done.numInsertedOrUpdatedRows ?? 0) === 1) return
    }
    throw new Error('audit log: no free sequence number after 50 tries')
  }

  return {
    /** One after the other on this server. */
    append: (entry: NewEntry): Promise<void> => turn(() => appendNext(entry)),
    list: async (before: number | undefined, limit: number): Promise<AuditEntry[]> => {
      const base = db.selectFrom('audit_entry').selectAll().orderBy('sequence', 'desc').limit(limit)
      const rows = await (before === undefined ? base : base.where('sequence', '<', before)).execute()
      return rows.map((row) => AuditEntry.parse({ ...row, detail: Detail.parse(JSON.parse(row.detail)) }))
    },
    /** The newest entries about one thing. */
    about: async (subject: string, limit: number): Promise<AuditEntry[]> => {
      const query = db.selectFrom('audit_entry').selectAll().where('subject', '=', subject)
      const rows = await query.orderBy('sequence', 'desc').limit(limit).execute()
      return rows.map((row) => AuditEntry.parse({ ...row, detail: Detail.parse(JSON.parse(row.detail)) }))
    },
    newest,
    /** What an actor did one of these actions with. */
    subjectsOf: async (actor: string, actions: readonly string[]): Promise<ReadonlySet<string>> => {
      const query = db.selectFrom('audit_entry').select('subject').distinct()
      const rows = await query.where('actor', '=', actor).where('action', 'in', actions).execute()
      return new Set(rows.map(({ subject }) => subject))
    },
    /** The latest entry of each actor and action, of these actions. */
    latest: async (actions: readonly string[]): Promise<{ actor: string; action: string; at: string }[]> =>
      db
        .selectFrom('audit_entry')
        .select((e) => ['actor', 'action', e.fn.max('at').as('at')])
        .where('action', 'in', actions)
        .groupBy(['actor', 'action'])
        .execute(),
    hashOf: async (sequence: number): Promise<string | null> => {
      const row = await db.selectFrom('audit_entry').select('hash').where('sequence', '=', sequence).executeTakeFirst()
      return row?.hash ?? null
    },
    /** Every entry, oldest first. */
    walk: async function* (): AsyncGenerator<ChainedRow> {
      let from = Number.MIN_SAFE_INTEGER
      for (;;) {
        const query = db.selectFrom('audit_entry').selectAll().where('sequence', '>', from)
        const rows = await query.orderBy('sequence').limit(PAGE).execute()
        yield* rows
        const end = rows.at(-1)
        if (end === undefined) return
        from = end.sequence
      }
    },
    head: head.read,
    saveHead: head.write,
  }
}
