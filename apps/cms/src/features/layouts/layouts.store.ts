import { type Id, LayoutInput, LayoutView } from '@akari/protocol'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type StoredLayout = Omit<LayoutView, 'usedIn'>
export type LayoutStore = ReturnType<typeof layoutStore>

export function layoutStore(db: MainDatabase) {
  return {
    /** By name, then id. */
    list: async (): Promise<StoredLayout[]> => {
      const rows = await db.selectFrom('layout').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredLayout | null> => {
      const row = await db.selectFrom('layout').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (layout: StoredLayout): Promise<void> => {
      await db.insertInto('layout').values(toRow(layout)).execute()
    },
    /** Replaces the layout if it still has `expectedVersion`; false when it has another one or is gone. */
    replace: async (layout: StoredLayout, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('layout')
        .set(toRow(layout))
        .where('id', '=', layout.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('layout').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

const { landscape, portrait } = LayoutInput.shape
const Zones = z.object({ landscape, portrait })

function fromRow(row: Selectable<MainTables['layout']>): StoredLayout {
  const zones = Zones.parse(JSON.parse(row.zones))
  const { usedIn: _nobody, ...layout } = LayoutView.parse({
    id: row.id,
    name: row.name,
    ...zones,
    version: row.version,
    usedIn: [],
    updatedAt: row.updated_at,
  })
  return layout
}

function toRow({ id, name, version, updatedAt, ...zones }: StoredLayout) {
  return { id, name, zones: JSON.stringify(Zones.parse(zones)), version, updated_at: updatedAt }
}
