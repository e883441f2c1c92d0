import { Revision, SignedKeyManifest } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'

const KEY = 'keys.manifest'

/** What servers on one database share: the newest manifest, and its private keys sealed (see sealing.ts). */
export const SharedKeys = z.object({
  revision: Revision,
  envelope: SignedKeyManifest,
  sealed: z.object({ live: z.string(), drill: z.string() }),
})
export type SharedKeys = z.infer<typeof SharedKeys>

export type KeysStore = ReturnType<typeof keysStore>

export function keysStore(db: MainDatabase) {
  const read = async (from: MainDatabase): Promise<SharedKeys | null> => {
    const row = await from.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst()
    return row === undefined ? null : SharedKeys.parse(JSON.parse(row.value))
  }
  return {
    load: () => read(db),
    /** False when `before` is not the newest any more: another server was first. */
    put: (next: SharedKeys, before: SharedKeys | null): Promise<boolean> => {
      const value = JSON.stringify(SharedKeys.parse(next))
      if (before === null) {
        return db
          .insertInto('setting')
          .values({ key: KEY, value })
          .onConflict((c) => c.column('key').doNothing())
          .executeTakeFirst()
          .then((done) => Number(done.numInsertedOrUpdatedRows ?? 0) === 1)
      }
      return db
        .updateTable('setting')
        .set({ value })
        .where('key', '=', KEY)
        .where('value', '=', JSON.stringify(before))
        .executeTakeFirst()
        .then((done) => Number(done.numUpdatedRows) === 1)
    },
  }
}
