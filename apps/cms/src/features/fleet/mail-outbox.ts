import type { Id } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { Mail, SendMail } from './mailer.ts'

const Addresses = z.array(z.string())

/** What one server has in hand is left to it for so long. */
const HELD_MS = 60_000
const FIRST_RETRY_MS = 30_000
const LONGEST_PAUSE_MS = 1_800_000
/** News that old helps nobody. */
const GIVE_UP_MS = 24 * 3_600_000
const AT_ONCE = 10

export type MailOutbox = ReturnType<typeof mailOutbox>

/** Mails wait in the database until a mail server takes them, for a day at most; sent from whichever node is first. */
export function mailOutbox(deps: { db: MainDatabase; send: SendMail; now: () => Date; newId: () => Id }) {
  const { db, send, now } = deps
  const later = (ms: number) => new Date(now().getTime() + ms).toISOString()

  /** Takes what is due into this node's hand. */
  async function take() {
    const at = now().toISOString()
    const due = await db.selectFrom('mail').selectAll().where('next_at', '<=', at).limit(AT_ONCE).execute()
    const taken: typeof due = []
    for (const row of due) {
      const done = await db
        .updateTable('mail')
        .set({ next_at: later(HELD_MS) })
        .where('id', '=', row.id)
        .where('next_at', '=', row.next_at)
        .executeTakeFirst()
      if (done.numUpdatedRows === 1n) taken.push(row)
    }
    return taken
  }

  return {
    put: async ({ to, subject, body }: Mail): Promise<void> => {
      if (to.length === 0) return
      const at = now().toISOString()
      await db
        .insertInto('mail')
        .values({
          id: deps.newId(),
          recipients: JSON.stringify(to),
          subject,
          body,
          made_at: at,
          failures: 0,
          next_at: at,
          last_fault: null,
        })
        .execute()
    },
    /** Sends what is due; true when anything became of it. */
    sendDue: async (): Promise<boolean> => {
      const taken = await take()
      for (const row of taken) {
        const to = Addresses.parse(JSON.parse(row.recipients))
        const { fault } = await send({ to, subject: row.subject, body: row.body })
        const tooOld = now().getTime() - Date.parse(row.made_at) > GIVE_UP_MS
        if (fault === null || tooOld) {
          await db.deleteFrom('mail').where('id', '=', row.id).execute()
          continue
        }
        const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_RETRY_MS * 2 ** Math.min(row.failures, 20))
        await db
          .updateTable('mail')
          .set({ failures: row.failures + 1, next_at: later(pauseMs), last_fault: fault })
          .where('id', '=', row.id)
          .execute()
      }
      return taken.length > 0
    },
    state: async (): Promise<{ waiting: number; lastFault: string | null }> => {
      const rows = await db.selectFrom('mail').select(['last_fault']).orderBy('made_at', 'desc').execute()
      return {
        waiting: rows.length,
        lastFault: rows.find(({ last_fault: fault }) => fault !== null)?.last_fault ?? null,
      }
    },
  }
}
