import type { Kysely } from 'kysely'

/** Transcripts of what is spoken, caption by caption and language by language; names and terms. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('transcript')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('sitting_id', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('recorded_from', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('changed', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('caption')
    .addColumn('transcript_id', 'text', (c) => c.notNull().references('transcript.id').onDelete('cascade'))
    .addColumn('segment_id', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('speaker', 'text')
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('spoken_at', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('delay_ms', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('is_machine', 'integer', (c) => c.notNull())
    .addColumn('corrected_at', 'text')
    .addColumn('is_withdrawn', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('caption_pk', ['transcript_id', 'segment_id', 'language'])
    .execute()
  await db.schema
    .createIndex('caption_spoken')
    .on('caption')
    .columns(['transcript_id', 'spoken_at', 'number'])
    .execute()
  await db.schema
    .createTable('caption_term')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('written', 'text', (c) => c.notNull())
    .addColumn('heard', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
}
