import { z } from 'zod'
import type { MainDatabase } from '../db/database.ts'

const KEY = 'seed.sample'
const Progress = z.enum(['started', 'done'])
export type SeedProgress = z.infer<typeof Progress>

export type SeedStore = ReturnType<typeof seedStore>

/** Remembers how far the sample came, so that an interrupted start goes on and a finished one is never repeated. */
export function seedStore(db: MainDatabase) {
  return {
    progress: async (): Promise<SeedProgress | null> => {
      const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst()
      return row === undefined ? null : Progress.parse(row.value)
    },
    mark: async (progress: SeedProgress): Promise<void> => {
      await db
        .insertInto('setting')
        .values({ key: KEY, value: progress })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: progress }))
        .execute()
    },
  }
}
