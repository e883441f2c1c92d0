import { ApprovalSettings } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import { type SettingStore, settingStore } from '../setting.store.ts'

const DEFAULT: ApprovalSettings = { mayPublishAlone: false }

export type ApprovalSettingsStore = SettingStore<ApprovalSettings>

export function approvalSettingsStore(db: MainDatabase): ApprovalSettingsStore {
  return settingStore(db, 'approval', ApprovalSettings, DEFAULT)
}
