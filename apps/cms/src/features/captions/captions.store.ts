import { CaptionRuby, type Id, type Language } from '@akari/protocol'
import { folded, isSpelt } from '@akari/wayfinding'
import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { contains, searchable } from './searchable.ts'
import { StoredCaption } from './stored-caption.ts'

type Row = Selectable<MainTables['caption']>
/** Where a page begins: the last caption that is not on it. */
export type Cursor = Pick<StoredCaption, 'spokenAt' | 'number' | 'segmentId'>
export type CaptionsStore = ReturnType<typeof captionsStore>

/** What was said, in all languages, for as long as its transcript is kept. */
export function captionsStore(db: MainDatabase) {
  return {
    /** Writes captions as they came in, all or none; those that the clerk corrected meanwhile stay. */
    keep: (captions: readonly { transcriptId: Id; caption: StoredCaption }[], changed: number): Promise<void> =>
      db.transaction().execute(async (tx) => {
        for (const { transcriptId, caption } of captions) {
          await tx
            .insertInto('caption')
            .values(rowOf(transcriptId, caption))
            .onConflict((conflict) =>
              conflict
                .columns(['transcript_id', 'segment_id', 'language'])
                .doUpdateSet((e) => ({
                  text: e.ref('excluded.text'),
                  speaker: e.ref('excluded.speaker'),
                  words: e.ref('excluded.words'),
                  ruby: null,
                  reading: null,
                  spoken_at: e.ref('excluded.spoken_at'),
                  received_at: e.ref('excluded.received_at'),
                  delay_ms: e.ref('excluded.delay_ms'),
                  state: e.ref('excluded.state'),
                  is_machine: e.ref('excluded.is_machine'),
                  version: sql<number>`caption.version + 1`,
                }))
                .where(mayBeReplaced),
            )
            .execute()
        }
        const ids = [...new Set(captions.map(({ transcriptId }) => transcriptId))]
        await tx.updateTable('transcript').set({ changed }).where('id', 'in', ids).execute()
      }),
    find: async (transcriptId: Id, segmentId: Id, language: Language): Promise<StoredCaption | null> => {
      const row = await one(transcriptId, segmentId, language).selectAll().executeTakeFirst()
      return row === undefined ? null : captionOf(row)
    },
    /** What machines made of a segment. */
    machineOf: async (transcriptId: Id, segmentId: Id): Promise<StoredCaption[]> => {
      const rows = await db
        .selectFrom('caption')
        .selectAll()
        .where('transcript_id', '=', transcriptId)
        .where('segment_id', '=', segmentId)
        .where('is_machine', '=', 1)
        .where('is_withdrawn', '=', 0)
        .execute()
      return rows.map(captionOf)
    },
    /** False where somebody was faster: what is there has another version. */
    correct: (transcriptId: Id, caption: StoredCaption, version: number, changed: number): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const { text, speaker, words, ruby, reading, corrected_at, is_withdrawn } = rowOf(transcriptId, caption)
        const done = await tx
          .updateTable('caption')
          .set({ text, speaker, words, ruby, reading, corrected_at, is_withdrawn, version: version + 1 })
          .where('transcript_id', '=', transcriptId)
          .where('segment_id', '=', caption.segmentId)
          .where('language', '=', caption.language)
          .where('version', '=', version)
          .executeTakeFirst()
        if (done.numUpdatedRows !== 1n) return false
        await tx.updateTable('transcript').set({ changed }).where('id', '=', transcriptId).execute()
        return true
      }),
    /** All that was spoken since then, of whichever state. */
    since: async (transcriptId: Id, spokenAt: string): Promise<StoredCaption[]> => {
      const rows = await db
        .selectFrom('caption')
        .selectAll()
        .where('transcript_id', '=', transcriptId)
        .where('spoken_at', '>=', spokenAt)
        .execute()
      return rows.map(captionOf)
    },
    /** Of one language or of all, oldest first: the page of `limit` that ends before `before`. */
    page: async (
      transcriptId: Id,
      {
        language,
        search,
        before,
        limit,
      }: { language?: Language | undefined; search?: string | undefined; before?: Cursor | undefined; limit: number },
    ): Promise<StoredCaption[]> => {
      let asked = said().where('transcript_id', '=', transcriptId)
      if (language !== undefined) asked = asked.where('language', '=', language)
      if (search !== undefined) asked = asked.where(has(search))
      if (before !== undefined) asked = asked.where(isBefore(before))
      const rows = await asked
        .orderBy('spoken_at', 'desc')
        .orderBy('number', 'desc')
        .orderBy('segment_id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(captionOf).toReversed()
    },
    /** In every transcript, newest first. */
    search: async (search: string, limit: number): Promise<{ transcriptId: Id; caption: StoredCaption }[]> => {
      const rows = await said()
        .where(has(search))
        .orderBy('spoken_at', 'desc')
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ transcriptId: row.transcript_id, caption: captionOf(row) }))
    },
    /** Interim captions that nobody made final; they were only ever for the moment. */
    sweep: async (before: string): Promise<void> => {
      await db.deleteFrom('caption').where('state', '=', 'interim').where('received_at', '<', before).execute()
    },
  }

  function said() {
    return db.selectFrom('caption').selectAll().where('state', '=', 'final').where('is_withdrawn', '=', 0)
  }
  function one(transcriptId: Id, segmentId: Id, language: Language) {
    return db
      .selectFrom('caption')
      .where('transcript_id', '=', transcriptId)
      .where('segment_id', '=', segmentId)
      .where('language', '=', language)
  }
}

/** The same rule as `takesPlace`, where two servers write at once. */
function mayBeReplaced(e: ExpressionBuilder<MainTables & { excluded: MainTables['caption'] }, 'caption' | 'excluded'>) {
  return e.and([
    e('caption.corrected_at', 'is', null),
    e('caption.is_withdrawn', '=', 0),
    e('caption.is_machine', '>=', e.ref('excluded.is_machine')),
    e.or([e('caption.state', '=', 'interim'), e('excluded.state', '=', 'final')]),
  ])
}

/** What is spelt out in kana is found by how it is read, too. */
function has(search: string) {
  const kana = folded(search)
  const written = contains('words', search)
  return isSpelt(kana) ? sql<boolean>`(${written} or ${contains('reading', kana)})` : written
}

function isBefore({ spokenAt, number, segmentId }: Cursor) {
  return (e: ExpressionBuilder<MainTables, 'caption'>) =>
    e.or([
      e('spoken_at', '<', spokenAt),
      e.and([e('spoken_at', '=', spokenAt), e('number', '<', number)]),
      e.and([e('spoken_at', '=', spokenAt), e('number', '=', number), e('segment_id', '<', segmentId)]),
    ])
}

function rowOf(transcriptId: Id, caption: StoredCaption): Row {
  return {
    transcript_id: transcriptId,
    segment_id: caption.segmentId,
    language: caption.language,
    number: caption.number,
    text: caption.text,
    speaker: caption.speaker,
    words: searchable(`${caption.speaker ?? ''} ${caption.text}`),
    // Whatever is written anew is read anew.
    ruby: null,
    reading: null,
    spoken_at: caption.spokenAt,
    received_at: caption.receivedAt,
    delay_ms: caption.delayMs,
    state: caption.state,
    is_machine: caption.isMachine ? 1 : 0,
    corrected_at: caption.correctedAt,
    is_withdrawn: caption.isWithdrawn ? 1 : 0,
    version: caption.version,
  }
}

function captionOf(row: Row): StoredCaption {
  return StoredCaption.parse({
    segmentId: row.segment_id,
    language: row.language,
    number: row.number,
    text: row.text,
    speaker: row.speaker,
    spokenAt: row.spoken_at,
    receivedAt: row.received_at,
    delayMs: row.delay_ms,
    state: row.state,
    isMachine: row.is_machine === 1,
    correctedAt: row.corrected_at,
    isWithdrawn: row.is_withdrawn === 1,
    version: row.version,
    ...(row.ruby === null ? {} : { ruby: CaptionRuby.parse(JSON.parse(row.ruby)) }),
  })
}
