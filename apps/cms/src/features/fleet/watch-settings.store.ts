import { WatchSettings } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import { type SettingStore, settingStore } from '../setting.store.ts'

const DEFAULT: WatchSettings = {
  offlineAfterMinutes: 10,
  quiet: { from: '22:00', to: '07:00' },
  mailTo: [],
  remindEveryMinutes: null,
  alsoTo: [],
  screenshotEveryMinutes: null,
}

export type WatchSettingsStore = SettingStore<WatchSettings>

export function watchSettingsStore(db: MainDatabase): WatchSettingsStore {
  return settingStore(db, 'watch', WatchSettings, DEFAULT)
}
