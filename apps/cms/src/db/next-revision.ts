import { type RawBuilder, sql } from 'kysely'

/** The next number of what displays are told of a row: `max(revision + 1, now)`, as with live values. */
export function nextRevision(nowMs: number): RawBuilder<number> {
  return sql<number>`case when revision < ${nowMs} then ${nowMs} else revision + 1 end`
}
