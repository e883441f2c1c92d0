import { HolidayCalendar } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

const KEY = 'holiday-calendar'

export type HolidaysStore = ReturnType<typeof holidaysStore>

/** The calendar as data, so that a later correction by law needs no new release of the players. */
export function holidaysStore(db: MainDatabase) {
  return {
    load: async (): Promise<HolidayCalendar | null> => {
      const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst()
      return row === undefined ? null : HolidayCalendar.parse(JSON.parse(row.value))
    },
    save: async (calendar: HolidayCalendar): Promise<void> => {
      const value = JSON.stringify(calendar)
      await db
        .insertInto('setting')
        .values({ key: KEY, value })
        .onConflict((c) => c.column('key').doUpdateSet({ value }))
        .execute()
    },
  }
}
