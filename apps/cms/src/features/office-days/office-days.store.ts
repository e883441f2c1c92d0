import { OfficeDaysInput } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

/** One city hall, one calendar. */
const ID = 'city'
const Body = OfficeDaysInput.omit({ version: true })

export type OfficeDays = { days: Omit<OfficeDaysInput, 'version'>; version: number; updatedAt: string }
export type OfficeDaysStore = ReturnType<typeof officeDaysStore>

export function officeDaysStore(db: MainDatabase) {
  return {
    /** Null until somebody saved one. */
    load: async (): Promise<OfficeDays | null> => {
      const row = await db.selectFrom('office_calendar').selectAll().where('id', '=', ID).executeTakeFirst()
      if (row === undefined) return null
      return { days: Body.parse(JSON.parse(row.body)), version: row.version, updatedAt: row.updated_at }
    },
    /** False when what is stored has not `expectedVersion` (0: nothing is stored) any more. */
    save: async ({ days, version, updatedAt }: OfficeDays, expectedVersion: number): Promise<boolean> => {
      const values = { body: JSON.stringify(days), version, updated_at: updatedAt }
      if (expectedVersion === 0) {
        const done = await db
          .insertInto('office_calendar')
          .values({ id: ID, ...values })
          .onConflict((c) => c.column('id').doNothing())
          .executeTakeFirst()
        return done.numInsertedOrUpdatedRows === 1n
      }
      const done = await db
        .updateTable('office_calendar')
        .set(values)
        .where('id', '=', ID)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
  }
}
