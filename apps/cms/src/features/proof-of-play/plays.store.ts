import { type Id, Play } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { addTotals, totalsOf } from './play-totals.ts'

/** An item may be on for a day: so far before a stretch a play that reaches into it may have begun. */
const LONGEST_PLAY_MS = 25 * 3_600_000

export type PlaysStore = ReturnType<typeof playsStore>

/** `timeZone`: the city's, by whose days plays are added up. */
export function playsStore(db: MainDatabase, timeZone: string) {
  return {
    /** Passes over what is there already; what is new goes into the totals in the same step. */
    add: async (displayId: Id, plays: readonly Play[]): Promise<void> => {
      if (plays.length === 0) return
      await db.transaction().execute(async (tx) => {
        const taken = await tx
          .insertInto('play')
          .values(plays.map((play) => rowOf(displayId, play)))
          .onConflict((c) => c.columns(['display_id', 'id']).doNothing())
          .returning('id')
          .execute()
        const fresh = new Set(taken.map(({ id }) => id))
        const added = plays.filter(({ id }) => fresh.delete(id))
        await addTotals(tx, totalsOf(displayId, added, timeZone))
      })
    },
    /** Plays that were on at some moment of `[fromMs, toMs)`, by start, at most `limit`. */
    between: async (displayId: Id, fromMs: number, toMs: number, limit: number): Promise<Play[]> => {
      const rows = await db
        .selectFrom('play')
        .selectAll()
        .where('display_id', '=', displayId)
        .where('started_at', '>', fromMs - LONGEST_PLAY_MS)
        .where('started_at', '<', toMs)
        .where((e) => e.or([e('ended_at', '>', fromMs), e('started_at', '>=', fromMs)]))
        .orderBy('started_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(playOf)
    },
    /** Deletes up to `limit` plays that began before a moment; says how many. */
    forget: async (beforeMs: number, limit: number): Promise<number> => {
      const old = await db
        .selectFrom('play')
        .select(['display_id', 'id'])
        .where('started_at', '<', beforeMs)
        .orderBy('started_at')
        .limit(limit)
        .execute()
      if (old.length === 0) return 0
      await db
        .deleteFrom('play')
        .where((e) => e.or(old.map(({ display_id, id }) => e.and({ display_id, id }))))
        .execute()
      return old.length
    },
  }
}

function rowOf(displayId: Id, { id, startedAt, endedAt, ending, shown, error }: Play): MainTables['play'] {
  return {
    display_id: displayId,
    id,
    started_at: Date.parse(startedAt),
    ended_at: Date.parse(endedAt),
    ending,
    shown: JSON.stringify(shown),
    error: error === undefined ? null : JSON.stringify(error),
  }
}

function playOf(row: MainTables['play']): Play {
  const shown: unknown = JSON.parse(row.shown)
  const error: unknown = row.error === null ? null : JSON.parse(row.error)
  return Play.parse({
    id: row.id,
    startedAt: new Date(row.started_at).toISOString(),
    endedAt: new Date(row.ended_at).toISOString(),
    ending: row.ending,
    shown,
    ...(error === null ? {} : { error }),
  })
}
