import type { z } from 'zod'
import type { MainDatabase } from '../db/database.ts'

export type SettingStore<T, None = T> = { read: () => Promise<T | None>; write: (value: T) => Promise<void> }

/** One value of the table of settings, kept as JSON; `none` where nobody wrote it yet. */
export function settingStore<T, None>(
  db: MainDatabase,
  key: string,
  schema: z.ZodType<T>,
  none: None,
): SettingStore<T, None> {
  return {
    read: async () => {
      const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
      return row === undefined ? none : schema.parse(JSON.parse(row.value))
    },
    write: async (value) => {
      const text = JSON.stringify(value)
      await db
        .insertInto('setting')
        .values({ key, value: text })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
        .execute()
    },
  }
}
