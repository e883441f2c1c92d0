import { Id, Instant, SourceNotice } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'

const NOTICES = 'source.notices'
const completeKey = (id: Id) => `source.complete.${id}`
const carriedKey = (id: Id) => `source.carried.${id}`

export type SourcesStore = ReturnType<typeof sourcesStore>

/** What is known of the sources across restarts, and by every server that shares the database. */
export function sourcesStore(db: MainDatabase) {
  async function read(key: string): Promise<unknown> {
    const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
    return row === undefined ? null : JSON.parse(row.value)
  }

  async function write(key: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value)
    await db
      .insertInto('setting')
      .values({ key, value: text })
      .onConflict((c) => c.column('key').doUpdateSet({ value: text }))
      .execute()
  }

  return {
    /** Until when nothing is missing from a source, as far as any server knows. */
    completeAt: async (id: Id): Promise<Date | null> => {
      const at = Instant.nullable().parse(await read(completeKey(id)))
      return at === null ? null : new Date(at)
    },
    /** Never goes back: another server may have heard more. Times are all written in UTC, so that text compares like time. */
    sawComplete: async (id: Id, at: Date): Promise<void> => {
      const value = JSON.stringify(at.toISOString())
      await db
        .insertInto('setting')
        .values({ key: completeKey(id), value })
        .onConflict((c) => c.column('key').doUpdateSet({ value }).where('setting.value', '<', value))
        .execute()
    },
    notices: async (): Promise<SourceNotice[]> => z.array(SourceNotice).parse((await read(NOTICES)) ?? []),
    saveNotices: (notices: readonly SourceNotice[]): Promise<void> => write(NOTICES, notices),
    /** Which alerts came from a source, the newest last. */
    carried: async (id: Id): Promise<Id[]> => z.array(Id).parse((await read(carriedKey(id))) ?? []),
    saveCarried: (id: Id, alertIds: readonly Id[]): Promise<void> => write(carriedKey(id), alertIds),
  }
}
