import { ApprovalSettings } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

const KEY = 'approval'
const DEFAULT: ApprovalSettings = { mayPublishAlone: false }

export type ApprovalSettingsStore = ReturnType<typeof approvalSettingsStore>

export function approvalSettingsStore(db: MainDatabase) {
  return {
    read: async (): Promise<ApprovalSettings> => {
      const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst()
      return row === undefined ? DEFAULT : ApprovalSettings.parse(JSON.parse(row.value))
    },
    write: async (settings: ApprovalSettings): Promise<void> => {
      const value = JSON.stringify(settings)
      await db
        .insertInto('setting')
        .values({ key: KEY, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    },
  }
}
