import { EntryRole, EntryTargets, EntryView, type Id, ScheduleRule } from '@akari/protocol'
import type { Selectable } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const Conditions = EntryView.shape.conditions.unwrap()

export type EntryStore = ReturnType<typeof entryStore>

export function entryStore(db: MainDatabase) {
  return {
    /** By name, then id. */
    list: async (): Promise<EntryView[]> => {
      const rows = await db.selectFrom('schedule_entry').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<EntryView | null> => {
      const row = await db.selectFrom('schedule_entry').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (entry: EntryView): Promise<void> => {
      await db.insertInto('schedule_entry').values(toRow(entry)).execute()
    },
    /** Replaces the entry if it still has `expectedVersion`; false when it has another one or is gone. */
    replace: async (entry: EntryView, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('schedule_entry')
        .set(toRow(entry))
        .where('id', '=', entry.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('schedule_entry').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
    /** Number of entries of each playlist that has any. */
    countsByPlaylist: async (): Promise<Map<Id, number>> => {
      const rows = await db
        .selectFrom('schedule_entry')
        .select((e) => ['playlist_id', e.fn.countAll().as('entries')])
        .groupBy('playlist_id')
        .execute()
      return new Map(rows.map((row) => [row.playlist_id, Number(row.entries)]))
    },
  }
}

function fromRow(row: Selectable<MainTables['schedule_entry']>): EntryView {
  return EntryView.parse({
    id: row.id,
    name: row.name,
    playlistId: row.playlist_id,
    targets: EntryTargets.parse(JSON.parse(row.targets)),
    priority: row.priority,
    rule: ScheduleRule.parse(JSON.parse(row.rule)),
    ...(row.turn_order === null ? {} : { order: row.turn_order }),
    ...(row.role === null ? {} : { role: EntryRole.parse(JSON.parse(row.role)) }),
    ...(row.conditions === null ? {} : { conditions: Conditions.parse(JSON.parse(row.conditions)) }),
    ...(row.on_higher === null ? {} : { onHigher: row.on_higher }),
    ...(row.silent === 1 ? { silent: true } : {}),
    version: row.version,
    updatedAt: row.updated_at,
  })
}

function toRow(entry: EntryView) {
  return {
    id: entry.id,
    name: entry.name,
    playlist_id: entry.playlistId,
    targets: JSON.stringify(entry.targets),
    priority: entry.priority,
    rule: JSON.stringify(entry.rule),
    turn_order: entry.order ?? null,
    role: entry.role === undefined ? null : JSON.stringify(entry.role),
    conditions: entry.conditions === undefined ? null : JSON.stringify(entry.conditions),
    on_higher: entry.onHigher ?? null,
    silent: entry.silent === true ? 1 : null,
    version: entry.version,
    updated_at: entry.updatedAt,
  }
}
