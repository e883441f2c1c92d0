import { WatchSettings } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

const KEY = 'watch'
const DEFAULT: WatchSettings = {
  offlineAfterMinutes: 10,
  quiet: { from: '22:00', to: '07:00' },
  mailTo: [],
  screenshotEveryMinutes: null,
}

export type WatchSettingsStore = ReturnType<typeof watchSettingsStore>

export function watchSettingsStore(db: MainDatabase) {
  return {
    read: async (): Promise<WatchSettings> => {
      const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst()
      return row === undefined ? DEFAULT : WatchSettings.parse(JSON.parse(row.value))
    },
    write: async (settings: WatchSettings): Promise<void> => {
      const value = JSON.stringify(settings)
      await db
        .insertInto('setting')
        .values({ key: KEY, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    },
  }
}
