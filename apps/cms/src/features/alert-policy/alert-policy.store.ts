import { AlertPolicy, PolicyVersion, PolicyVersionHead } from '@akari/protocol'
import type { AlertDatabase } from '../../db/database.ts'

export type AlertPolicyStore = ReturnType<typeof alertPolicyStore>

type Row = { version: number; at: string; by_whom: string; note: string }

/** Versions of the table, append only. What cannot be read any more throws, and names its version. */
export function alertPolicyStore(db: AlertDatabase) {
  return {
    /** The number of the newest version; null: none was ever saved. */
    newest: async (): Promise<number | null> => {
      const row = await db
        .selectFrom('alert_policy')
        .select('version')
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.version ?? null
    },
    find: async (version: number): Promise<PolicyVersion | null> => {
      const row = await db.selectFrom('alert_policy').selectAll().where('version', '=', version).executeTakeFirst()
      return row === undefined ? null : { ...headOf(row), policy: policyOf(row) }
    },
    /** Newest first. */
    list: async (): Promise<PolicyVersionHead[]> => {
      const rows = await db
        .selectFrom('alert_policy')
        .select(['version', 'at', 'by_whom', 'note'])
        .orderBy('version', 'desc')
        .execute()
      return rows.map(headOf)
    },
    /** False when this version is there already: somebody else was first. */
    append: async ({ version, at, by, note, policy }: PolicyVersion): Promise<boolean> => {
      const done = await db
        .insertInto('alert_policy')
        .values({ version, at, by_whom: by, note, policy: JSON.stringify(policy) })
        .onConflict((c) => c.column('version').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
  }
}

function headOf({ version, at, by_whom: by, note }: Row): PolicyVersionHead {
  return PolicyVersionHead.parse({ version, at, by, note })
}

function policyOf({ version, policy }: { version: number; policy: string }): AlertPolicy {
  try {
    return AlertPolicy.parse(JSON.parse(policy))
  } catch (err) {
    throw new Error(`version ${version} of the alert policy cannot be read`, { cause: err })
  }
}
