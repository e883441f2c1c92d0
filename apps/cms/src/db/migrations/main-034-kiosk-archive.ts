import type { Kysely } from 'kysely'

/** Transcripts as kiosks get them; `mark`: what they were made of. No file: nothing was said that is in the recording. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recording_transcript')
    .addColumn('recording_id', 'text', (c) => c.primaryKey())
    .addColumn('mark', 'text', (c) => c.notNull())
    .addColumn('file', 'text')
    .execute()
}
