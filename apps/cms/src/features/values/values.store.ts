import { LiveValue, LiveValues, type ValueName } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

const ONLY = 1

export type StoredValue = LiveValue & { name: ValueName; by: string }
export type ValuesStore = ReturnType<typeof valuesStore>

/** The last of each value, and the number of the whole state, which every change raises. */
export function valuesStore(db: MainDatabase) {
  async function raise(tx: MainDatabase, nowMs: number): Promise<void> {
    await tx
      .insertInto('live_values_revision')
      .values({ id: ONLY, revision: nowMs })
      .onConflict((c) =>
        c.column('id').doUpdateSet((e) => ({
          revision: e
            .case()
            .when('live_values_revision.revision', '<', nowMs)
            .then(nowMs)
            .else(e('live_values_revision.revision', '+', 1))
            .end(),
        })),
      )
      .execute()
  }
  const all = async (from: MainDatabase = db): Promise<StoredValue[]> => {
    const rows = await from.selectFrom('live_value').selectAll().orderBy('name').execute()
    return rows.map(({ name, body, by_whom }) => ({ name, by: by_whom, ...LiveValue.parse(JSON.parse(body)) }))
  }
  return {
    list: () => all(),
    state: (): Promise<LiveValues> =>
      db.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('live_values_revision')
          .select('revision')
          .where('id', '=', ONLY)
          .executeTakeFirst()
        const values = Object.fromEntries((await all(tx)).map(({ name, by: _by, ...value }) => [name, value]))
        return LiveValues.parse({ revision: row?.revision ?? 0, values })
      }),
    put: (name: ValueName, value: LiveValue, by: string, nowMs: number): Promise<void> =>
      db.transaction().execute(async (tx) => {
        // The number first: whoever else writes waits for it, so that no two states have the same.
        await raise(tx, nowMs)
        const row = { body: JSON.stringify(value), by_whom: by }
        await tx
          .insertInto('live_value')
          .values({ name, ...row })
          .onConflict((c) => c.column('name').doUpdateSet(row))
          .execute()
      }),
    /** False when there was none. */
    remove: (name: ValueName, nowMs: number): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        await raise(tx, nowMs)
        const done = await tx.deleteFrom('live_value').where('name', '=', name).executeTakeFirst()
        return Number(done.numDeletedRows) === 1
      }),
  }
}
