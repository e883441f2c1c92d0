import { DeskShelter, type ShelterEdit, type Town, Towns } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import { settingStore } from '../setting.store.ts'

const Body = DeskShelter.omit({ id: true, open: true, version: true })

export type SheltersStore = ReturnType<typeof sheltersStore>

/** The city's shelters, and the towns an order can name. */
export function sheltersStore(db: MainDatabase) {
  const towns = settingStore(db, 'desk-towns', Towns, null)
  const all = async (): Promise<DeskShelter[]> => {
    const rows = await db.selectFrom('shelter').selectAll().orderBy('id').execute()
    return rows.map(({ id, body, is_open, version }) => ({
      id,
      ...Body.parse(JSON.parse(body)),
      open: is_open === 1,
      version,
    }))
  }
  return {
    list: all,
    insert: async (id: string, shelter: ShelterEdit, at: string): Promise<void> => {
      const row = { id, body: bodyOf(shelter), is_open: shelter.open ? 1 : 0, version: 1, updated_at: at }
      await db.insertInto('shelter').values(row).execute()
    },
    /** False when somebody else changed it since `shelter.version`, or it is gone. */
    update: async (id: string, shelter: ShelterEdit, at: string): Promise<boolean> => {
      const done = await db
        .updateTable('shelter')
        .set({
          body: bodyOf(shelter),
          is_open: shelter.open ? 1 : 0,
          version: shelter.version + 1,
          updated_at: at,
        })
        .where('id', '=', id)
        .where('version', '=', shelter.version)
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },
    /** Opening and closing: the last word counts, and an edit begun before it is refused. False when it is gone. */
    open: async (id: string, open: boolean, at: string): Promise<boolean> => {
      const done = await db
        .updateTable('shelter')
        .set((e) => ({ is_open: open ? 1 : 0, version: e('version', '+', 1), updated_at: at }))
        .where('id', '=', id)
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },
    remove: async (id: string): Promise<boolean> => {
      const done = await db.deleteFrom('shelter').where('id', '=', id).executeTakeFirst()
      return Number(done.numDeletedRows) === 1
    },
    /** Null until staff wrote a list of their own. */
    towns: towns.read,
    saveTowns: (list: readonly Town[]): Promise<void> => towns.write([...list]),
  }
}

function bodyOf({ name, address, at, fitFor }: ShelterEdit): string {
  return JSON.stringify({ name, address, at, fitFor })
}
