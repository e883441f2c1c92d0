import { Daypart, type Id } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export const StoredDaypart = Daypart.extend({ version: z.int(), updatedAt: z.string() })
export type StoredDaypart = z.infer<typeof StoredDaypart>

export type DaypartStore = ReturnType<typeof daypartStore>

export function daypartStore(db: MainDatabase) {
  return {
    /** By name. */
    list: async (): Promise<StoredDaypart[]> =>
      (await db.selectFrom('daypart').selectAll().orderBy('name').execute()).map(fromRow),
    find: async (id: Id): Promise<StoredDaypart | null> => {
      const row = await db.selectFrom('daypart').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** False when another one has the name. */
    insert: async (daypart: StoredDaypart): Promise<boolean> => {
      const done = await db
        .insertInto('daypart')
        .values(toRow(daypart))
        .onConflict((c) => c.column('name').doNothing())
        .executeTakeFirst()
      return done.numInsertedOrUpdatedRows === 1n
    },
    /** False when it has not `expectedVersion` any more, or another one has the name. */
    replace: async (daypart: StoredDaypart, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('daypart')
        .set(toRow(daypart))
        .where('id', '=', daypart.id)
        .where('version', '=', expectedVersion)
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('daypart as other')
                .select('other.id')
                .where('other.name', '=', daypart.name)
                .where('other.id', '!=', daypart.id),
            ),
          ),
        )
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('daypart').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

function fromRow(row: MainTables['daypart']): StoredDaypart {
  return StoredDaypart.parse({
    id: row.id,
    name: row.name,
    times: Daypart.shape.times.parse(JSON.parse(row.times)),
    exceptions: Daypart.shape.exceptions.parse(JSON.parse(row.exceptions)),
    version: row.version,
    updatedAt: row.updated_at,
  })
}

function toRow({ id, name, times, exceptions, version, updatedAt }: StoredDaypart): MainTables['daypart'] {
  const texts = { times: JSON.stringify(times), exceptions: JSON.stringify(exceptions) }
  return { id, name, ...texts, version, updated_at: updatedAt }
}
