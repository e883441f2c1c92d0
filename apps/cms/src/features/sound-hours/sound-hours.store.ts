import { EntryTargets, type Id, OperatingHours, SoundHoursView } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type SoundHoursStore = ReturnType<typeof soundHoursStore>

export function soundHoursStore(db: MainDatabase) {
  return {
    /** In the order in which they count. */
    list: async (): Promise<SoundHoursView[]> => {
      const rows = await db
        .selectFrom('sound_hours')
        .selectAll()
        .orderBy('position')
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<SoundHoursView | null> => {
      const row = await db.selectFrom('sound_hours').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (hours: SoundHoursView): Promise<void> => {
      await db.insertInto('sound_hours').values(toRow(hours)).execute()
    },
    /** False when the version is an older one. */
    replace: async (hours: SoundHoursView, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('sound_hours')
        .set(toRow(hours))
        .where('id', '=', hours.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    remove: async (id: Id): Promise<void> => {
      await db.deleteFrom('sound_hours').where('id', '=', id).execute()
    },
  }
}

function fromRow(row: MainTables['sound_hours']): SoundHoursView {
  return SoundHoursView.parse({
    id: row.id,
    name: row.name,
    volume: row.volume,
    targets: EntryTargets.parse(JSON.parse(row.targets)),
    times: OperatingHours.parse(JSON.parse(row.times)),
    position: row.position,
    version: row.version,
    updatedAt: row.updated_at,
  })
}

function toRow({ id, name, volume, targets, times, position, version, updatedAt }: SoundHoursView) {
  return {
    id,
    name,
    volume,
    targets: JSON.stringify(targets),
    times: JSON.stringify(times),
    position,
    version,
    updated_at: updatedAt,
  }
}
