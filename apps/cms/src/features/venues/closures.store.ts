import { type Id, type Instant, WayClosure } from '@akari/protocol'
import type { Selectable } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

/** A closure as it was made. `ended`: by somebody, before its time. */
export type StoredClosure = WayClosure & {
  venueId: Id
  version: number
  madeAt: Instant
  madeBy: string
  ended: { at: Instant; by: string } | null
}
export type ClosureStore = ReturnType<typeof closureStore>

const Body = WayClosure.omit({ id: true })

export function closureStore(db: MainDatabase) {
  return {
    /** Of one venue, or of all; the newest first. */
    list: async (venueId: Id | null): Promise<StoredClosure[]> => {
      let query = db.selectFrom('way_closure').selectAll().orderBy('made_at', 'desc').orderBy('id')
      if (venueId !== null) query = query.where('venue_id', '=', venueId)
      return (await query.execute()).map(fromRow)
    },
    find: async (venueId: Id, id: Id): Promise<StoredClosure | null> => {
      const row = await db
        .selectFrom('way_closure')
        .selectAll()
        .where('id', '=', id)
        .where('venue_id', '=', venueId)
        .executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (closure: StoredClosure): Promise<void> => {
      await db.insertInto('way_closure').values(toRow(closure)).execute()
    },
    /** False when it has another version by now, or is gone. */
    replace: async (closure: StoredClosure, expected: number): Promise<boolean> => {
      const done = await db
        .updateTable('way_closure')
        .set(toRow(closure))
        .where('id', '=', closure.id)
        .where('version', '=', expected)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    remove: async (ids: readonly Id[]): Promise<void> => {
      if (ids.length === 0) return
      await db.deleteFrom('way_closure').where('id', 'in', ids).execute()
    },
  }
}

function fromRow(row: Selectable<MainTables['way_closure']>): StoredClosure {
  const { ended_at: at, ended_by: by } = row
  return {
    ...Body.parse(JSON.parse(row.body)),
    id: row.id,
    venueId: row.venue_id,
    version: row.version,
    madeAt: row.made_at,
    madeBy: row.made_by,
    ended: at === null || by === null ? null : { at, by },
  }
}

function toRow(closure: StoredClosure): MainTables['way_closure'] {
  return {
    id: closure.id,
    venue_id: closure.venueId,
    body: JSON.stringify(Body.parse(closure)),
    version: closure.version,
    made_at: closure.madeAt,
    made_by: closure.madeBy,
    ended_at: closure.ended?.at ?? null,
    ended_by: closure.ended?.by ?? null,
  }
}
