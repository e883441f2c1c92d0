import type { CaptionRuby, Id } from '@akari/protocol'
import { sql } from 'kysely'
import type { MainDatabase } from '../../../db/database.ts'
import { contains } from '../searchable.ts'

/** A final caption in Japanese that is not read yet. */
export type UnreadCaption = {
  transcriptId: Id
  segmentId: Id
  language: string
  version: number
  speaker: string | null
  text: string
}
export type CaptionReading = { of: UnreadCaption; ruby: CaptionRuby; reading: string }
export type ReadingsStore = ReturnType<typeof readingsStore>

/** As the index has it (main-036), so that it is used. */
const UNREAD = sql<boolean>`ruby is null and state = 'final' and is_withdrawn = 0 and language in ('ja', 'ja-x-easy')`

/** How captions are read, beside what they say. */
export function readingsStore(db: MainDatabase) {
  return {
    /** The newest first: they are looked for soonest. */
    unread: async (limit: number): Promise<UnreadCaption[]> => {
      const rows = await db
        .selectFrom('caption')
        .select(['transcript_id', 'segment_id', 'language', 'version', 'speaker', 'text'])
        .where(UNREAD)
        .orderBy('spoken_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ transcript_id, segment_id, ...row }) => {
        return { ...row, transcriptId: transcript_id, segmentId: segment_id }
      })
    },
    /** All or none; what was said otherwise meanwhile stays unread. */
    keep: (readings: readonly CaptionReading[], atMs: number): Promise<void> =>
      db.transaction().execute(async (tx) => {
        for (const { of, ruby, reading } of readings) {
          await tx
            .updateTable('caption')
            .set({ ruby: JSON.stringify(ruby), reading })
            .where('transcript_id', '=', of.transcriptId)
            .where('segment_id', '=', of.segmentId)
            .where('language', '=', of.language)
            .where('version', '=', of.version)
            .execute()
        }
        const ids = [...new Set(readings.map(({ of }) => of.transcriptId))]
        await tx.updateTable('transcript').set({ read_at: atMs }).where('id', 'in', ids).execute()
      }),
    /** Whatever may hold one of these words is to be read anew; letters of a name may have spaces between them. */
    forget: async (words: readonly string[]): Promise<void> => {
      for (const word of words) {
        await db
          .updateTable('caption')
          .set({ ruby: null, reading: null })
          .where('ruby', 'is not', null)
          .where(contains('words', ...word.replaceAll(/\s/g, '')))
          .execute()
      }
    },
  }
}
