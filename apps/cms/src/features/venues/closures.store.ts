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
    /** Of one venue, the newest first. */
    list: async (venueId: Id): Promise<StoredClosure[]> =>
      (await newestFirst(db).where('venue_id', '=', venueId).execute()).map(fromRow),
    /** Those of one venue, or of all (null), that are not over at a moment; the newest first. */
    open: async (venueId: Id | null, at: Date): Promise<StoredClosure[]> => {
      const open = newestFirst(db).where((e) => e.or([e('over_at', 'is', null), e('over_at', '>', at.toISOString())]))
      return (await (venueId === null ? open : open.where('venue_id', '=', venueId)).execute()).map(fromRow)
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
    /** Forgets those that were over at a moment. */
    forget: async (at: Date): Promise<void> => {
      await db.deleteFrom('way_closure').where('over_at', '<=', at.toISOString()).execute()
    },
  }
}

/** When it is over, or was: by its calendar or because somebody opened it before, whichever is first. Null: when somebody does. */
export function overAt({ until, ended }: Pick<StoredClosure, 'until' | 'ended'>): Instant | null {
  const ends = [until, ended?.at ?? null].flatMap((at) => (at === null ? [] : [Date.parse(at)]))
  return ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString()
}

function newestFirst(db: MainDatabase) {
  return db.selectFrom('way_closure').selectAll().orderBy('made_at', 'desc').orderBy('id')
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
    over_at: overAt(closure),
  }
}
