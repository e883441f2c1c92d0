import { type Id, Instant, Language, TranscriptInput } from '@akari/protocol'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const StoredTranscript = z.object({
  ...TranscriptInput.shape,
  id: z.string(),
  sittingId: z.string().nullable(),
  recordedFrom: Instant.nullable(),
})
export type StoredTranscript = z.infer<typeof StoredTranscript>
/** What is in it: final captions in whichever language, and when the last was spoken. */
export type TranscriptCount = { languages: Language[]; captions: number; lastAt: Instant | null }
type Headed = Pick<StoredTranscript, 'title' | 'startsAt'>
export type TranscriptsStore = ReturnType<typeof transcriptsStore>

const NOTHING: TranscriptCount = { languages: [], captions: 0, lastAt: null }

export function transcriptsStore(db: MainDatabase) {
  return {
    /** The newest sitting first. */
    list: async (): Promise<StoredTranscript[]> => {
      const rows = await db.selectFrom('transcript').selectAll().orderBy('starts_at', 'desc').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredTranscript | null> => {
      const row = await db.selectFrom('transcript').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    counts: async (id?: Id): Promise<(of: Id) => TranscriptCount> => {
      const all = db
        .selectFrom('caption')
        .select((e) => [
          'transcript_id',
          'language',
          e.fn.countAll<number>().as('captions'),
          e.fn.max('spoken_at').as('last_at'),
        ])
        .where('state', '=', 'final')
        .where('is_withdrawn', '=', 0)
        .groupBy(['transcript_id', 'language'])
      const rows = await (id === undefined ? all : all.where('transcript_id', '=', id)).execute()
      return (of) =>
        rows
          .filter(({ transcript_id }) => transcript_id === of)
          .reduce<TranscriptCount>(
            ({ languages, captions, lastAt }, row) => ({
              languages: [...languages, Language.parse(row.language)].sort(inTheirOrder),
              captions: captions + row.captions,
              lastAt: lastAt === null || row.last_at > lastAt ? row.last_at : lastAt,
            }),
            NOTHING,
          )
    },
    insert: async ({ id, ...transcript }: StoredTranscript, at: Instant, changed: number): Promise<void> => {
      await db
        .insertInto('transcript')
        .values({ id, ...rowOf(transcript), version: 1, changed, read_at: 0, created_at: at })
        .execute()
    },
    /** False on an old version, and where there is none. */
    replace: async ({ id, ...transcript }: StoredTranscript, version: number): Promise<boolean> => {
      const done = await db
        .updateTable('transcript')
        .set({ ...rowOf(transcript), version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Another title and start, each where it still is the former one. */
    follow: async (id: Id, before: Headed, after: Headed): Promise<void> => {
      const inDatabase = ({ title, startsAt }: Headed) => ({ title, starts_at: new Date(startsAt).toISOString() })
      const [was, is] = [inDatabase(before), inDatabase(after)]
      for (const column of ['title', 'starts_at'] as const) {
        if (was[column] === is[column]) continue
        await db
          .updateTable('transcript')
          .set((e) => ({ [column]: is[column], version: e('version', '+', 1) }))
          .where('id', '=', id)
          .where(column, '=', was[column])
          .execute()
      }
    },
    /** With all that was said. */
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('transcript').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
    /** Ids of those that were written to at that moment (milliseconds) or later, with when that was. */
    changedSince: async (since: number): Promise<Map<Id, number>> => {
      const rows = await db.selectFrom('transcript').select(['id', 'changed']).where('changed', '>=', since).execute()
      return new Map(rows.map(({ id, changed }) => [id, changed]))
    },
    /** What changes with whatever is said, corrected or read of each. */
    marks: async (): Promise<Map<Id, string>> => {
      const rows = await db.selectFrom('transcript').select(['id', 'changed', 'read_at']).execute()
      return new Map(rows.map(({ id, changed, read_at }) => [id, `${changed} ${read_at}`]))
    },
  }
}

function inTheirOrder(a: Language, b: Language): number {
  return Language.options.indexOf(a) - Language.options.indexOf(b)
}

function rowOf({ sittingId, title, startsAt, recordedFrom }: Omit<StoredTranscript, 'id' | 'version'>) {
  return {
    sitting_id: sittingId,
    title,
    starts_at: new Date(startsAt).toISOString(),
    recorded_from: recordedFrom === null ? null : new Date(recordedFrom).toISOString(),
  }
}

function fromRow(row: Selectable<MainTables['transcript']>): StoredTranscript {
  return StoredTranscript.parse({
    id: row.id,
    sittingId: row.sitting_id,
    title: row.title,
    startsAt: row.starts_at,
    recordedFrom: row.recorded_from,
    version: row.version,
  })
}
