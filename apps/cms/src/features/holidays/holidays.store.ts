import { HolidayCalendar } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import { type SettingStore, settingStore } from '../setting.store.ts'

export type HolidaysStore = SettingStore<HolidayCalendar, null>

/** The calendar as data, so that a later correction by law needs no new release of the players. */
export function holidaysStore(db: MainDatabase): HolidaysStore {
  return settingStore(db, 'holiday-calendar', HolidayCalendar, null)
}
