import { RecordingSettingsInput, ROOM_AT_FIRST } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import { settingStore } from '../setting.store.ts'

export type RecordingSettings = ReturnType<typeof recordingSettings>

/** How much room recordings have. */
export function recordingSettings(db: MainDatabase) {
  return settingStore(db, 'recordings', RecordingSettingsInput, { ...ROOM_AT_FIRST, version: 0 })
}
