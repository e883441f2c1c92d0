import { HoursView, type Id, OperatingHours } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type HoursStore = ReturnType<typeof hoursStore>

export function hoursStore(db: MainDatabase) {
  return {
    /** Groups first in their order, then displays. */
    list: async (): Promise<HoursView[]> => {
      const rows = await db
        .selectFrom('operating_hours')
        .selectAll()
        .orderBy('of_kind', 'desc')
        .orderBy('position')
        .orderBy('of_name')
        .execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<HoursView | null> => {
      const row = await db.selectFrom('operating_hours').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** False when there are some for the same display or group already. */
    insert: async (hours: HoursView): Promise<boolean> => {
      const done = await db
        .insertInto('operating_hours')
        .values(toRow(hours))
        .onConflict((c) => c.columns(['of_kind', 'of_name']).doNothing())
        .executeTakeFirst()
      return done.numInsertedOrUpdatedRows === 1n
    },
    /** Other times or another place in the order, not another display; false when the version is an older one. */
    replace: async (hours: HoursView, expectedVersion: number): Promise<boolean> => {
      const { position, hours: times, version, updated_at } = toRow(hours)
      const done = await db
        .updateTable('operating_hours')
        .set({ position, hours: times, version, updated_at })
        .where('id', '=', hours.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there were none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('operating_hours').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

function fromRow(row: MainTables['operating_hours']): HoursView {
  const of =
    row.of_kind === 'display' ? { kind: 'display', displayId: row.of_name } : { kind: 'group', group: row.of_name }
  return HoursView.parse({
    id: row.id,
    of,
    position: row.position,
    hours: OperatingHours.parse(JSON.parse(row.hours)),
    version: row.version,
    updatedAt: row.updated_at,
  })
}

function toRow({ id, of, position, hours, version, updatedAt }: HoursView): MainTables['operating_hours'] {
  return {
    id,
    of_kind: of.kind,
    of_name: of.kind === 'display' ? of.displayId : of.group,
    position,
    hours: JSON.stringify(hours),
    version,
    updated_at: updatedAt,
  }
}
