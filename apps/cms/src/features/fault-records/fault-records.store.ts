import { FaultRecord, type Id } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type FaultRecordStore = ReturnType<typeof faultRecordStore>

/** What displays told of their own faults. */
export function faultRecordStore(db: MainDatabase) {
  return {
    /** At most one record of each id. One that says less than what is there changes nothing. */
    add: async (displayId: Id, records: readonly FaultRecord[]): Promise<void> => {
      if (records.length === 0) return
      await db
        .insertInto('fault_record')
        .values(records.map((record) => rowOf(displayId, record)))
        .onConflict((conflict) =>
          conflict
            .columns(['display_id', 'id'])
            .doUpdateSet((e) => ({
              last_at: e.ref('excluded.last_at'),
              times: e.ref('excluded.times'),
              ended: e.ref('excluded.ended'),
            }))
            .whereRef('excluded.times', '>=', 'fault_record.times')
            .whereRef('excluded.ended', '>=', 'fault_record.ended'),
        )
        .execute()
    },
    /** The newest first. */
    of: async (displayId: Id, limit: number): Promise<FaultRecord[]> => {
      const rows = await db
        .selectFrom('fault_record')
        .selectAll()
        .where('display_id', '=', displayId)
        .orderBy('first_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(recordOf)
    },
    forget: async (beforeMs: number): Promise<void> => {
      await db.deleteFrom('fault_record').where('last_at', '<', beforeMs).execute()
    },
  }
}

function rowOf(displayId: Id, record: FaultRecord): MainTables['fault_record'] {
  const { id, code, detail, firstAt, lastAt, times, over } = record
  return {
    display_id: displayId,
    id,
    code,
    detail,
    first_at: Date.parse(firstAt),
    last_at: Date.parse(lastAt),
    times,
    ended: over ? 1 : 0,
  }
}

function recordOf(row: MainTables['fault_record']): FaultRecord {
  const { id, code, detail, times } = row
  const [firstAt, lastAt] = [row.first_at, row.last_at].map((ms) => new Date(ms).toISOString())
  return FaultRecord.parse({ id, code, detail, firstAt, lastAt, times, over: row.ended === 1 })
}
