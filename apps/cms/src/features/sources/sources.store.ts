import { Id, Instant, SourceNotice } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import { settingStore } from '../setting.store.ts'

const completeKey = (id: Id) => `source.complete.${id}`

export type SourcesStore = ReturnType<typeof sourcesStore>

/** What is known of the sources across restarts, and by every server that shares the database. */
export function sourcesStore(db: MainDatabase) {
  const notices = settingStore(db, 'source.notices', z.array(SourceNotice), [])
  const completeOf = (id: Id) => settingStore(db, completeKey(id), Instant, null)
  const carriedOf = (id: Id) => settingStore(db, `source.carried.${id}`, z.array(Id), [])
  return {
    /** Until when nothing is missing from a source, as far as any server knows. */
    completeAt: async (id: Id): Promise<Date | null> => {
      const at = await completeOf(id).read()
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
    notices: notices.read,
    saveNotices: notices.write,
    /** Which alerts came from a source, the newest last. */
    carried: (id: Id): Promise<Id[]> => carriedOf(id).read(),
    saveCarried: (id: Id, alertIds: readonly Id[]): Promise<void> => carriedOf(id).write([...alertIds]),
  }
}
