import { FileRef, type Id, Instant } from '@akari/protocol'
import type { ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { TimetableReport } from './feed-messages.ts'

/** An imported archive: the file itself, what displays get of it (null: too large for them), and all there is to choose from. */
export const StoredTimetableFile = z.object({
  archive: FileRef,
  document: FileRef.nullable(),
  choices: FileRef,
  /** The routes and stops that the document has; null: all. */
  keep: z
    .object({ routes: z.array(z.string()), stops: z.array(z.string()) })
    .nullable()
    .default(null),
  importedAt: Instant,
  report: TimetableReport,
})
export type StoredTimetableFile = z.infer<typeof StoredTimetableFile>

const Validators = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() })
const LastError = z.object({ at: Instant, message: z.string() })

export type TimetableStanding = {
  held: StoredTimetableFile | null
  validators: z.infer<typeof Validators> | null
  lastError: z.infer<typeof LastError> | null
}
export type TimetablesStore = ReturnType<typeof timetablesStore>

export function timetablesStore(db: MainDatabase) {
  return {
    list: async (): Promise<Map<Id, TimetableStanding>> => {
      const rows = await db.selectFrom('feed_timetable').selectAll().execute()
      return new Map(rows.map((row) => [row.feed_id, standingOf(row)]))
    },
    /** What displays get, of the feeds that have it; by id. */
    documents: async (): Promise<{ id: Id; timetable: FileRef }[]> => {
      const rows = await db.selectFrom('feed_timetable').selectAll().orderBy('feed_id').execute()
      return rows.flatMap((row) => {
        const document = standingOf(row).held?.document ?? null
        return document === null ? [] : [{ id: row.feed_id, timetable: document }]
      })
    },
    find: async (feedId: Id): Promise<TimetableStanding | null> => {
      const row = await db.selectFrom('feed_timetable').selectAll().where('feed_id', '=', feedId).executeTakeFirst()
      return row === undefined ? null : standingOf(row)
    },
    /** One whose time has come, in this server's hand until then; null: there is none. */
    take: async (at: Instant, heldUntil: Instant): Promise<Id | null> => {
      const rows = await db
        .selectFrom('feed_timetable')
        .innerJoin('feed', 'feed.id', 'feed_timetable.feed_id')
        .select('feed_id')
        .where('is_on', '=', 1)
        .where('next_at', '<=', at)
        .execute()
      for (const { feed_id } of rows) {
        const done = await db
          .updateTable('feed_timetable')
          .set({ held_until: heldUntil })
          .where('feed_id', '=', feed_id)
          .where(notHeld(at))
          .executeTakeFirst()
        if (done.numUpdatedRows === 1n) return feed_id
      }
      return null
    },
    release: async (feedId: Id, nextAt: Instant): Promise<void> => {
      await db
        .updateTable('feed_timetable')
        .set({ held_until: null, next_at: nextAt })
        .where('feed_id', '=', feedId)
        .execute()
    },
    askNow: async (feedId: Id, at: Instant): Promise<void> => {
      await db
        .updateTable('feed_timetable')
        .set({ next_at: at, validators: null })
        .where('feed_id', '=', feedId)
        .execute()
    },
    keep: async (feedId: Id, { held, validators, lastError }: TimetableStanding): Promise<void> => {
      await db
        .updateTable('feed_timetable')
        .set({ body: textOf(held), validators: textOf(validators), last_error: textOf(lastError) })
        .where('feed_id', '=', feedId)
        .execute()
    },
  }
}

function notHeld(at: Instant) {
  return (e: ExpressionBuilder<MainTables, 'feed_timetable'>) =>
    e.or([e('held_until', 'is', null), e('held_until', '<', at)])
}

function standingOf(row: {
  body: string | null
  validators: string | null
  last_error: string | null
}): TimetableStanding {
  return {
    held: row.body === null ? null : StoredTimetableFile.parse(JSON.parse(row.body)),
    validators: row.validators === null ? null : Validators.parse(JSON.parse(row.validators)),
    lastError: row.last_error === null ? null : LastError.parse(JSON.parse(row.last_error)),
  }
}

function textOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
