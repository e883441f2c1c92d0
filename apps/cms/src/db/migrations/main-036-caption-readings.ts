import { type Kysely, sql } from 'kysely'

/** How what was spoken is read, in kana; what is not read yet is found by an index of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('caption').addColumn('ruby', 'text').execute()
  await db.schema.alterTable('caption').addColumn('reading', 'text').execute()
  await db.schema
    .alterTable('transcript')
    .addColumn('read_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('caption_term').addColumn('reading', 'text').execute()
  await db.schema
    .createIndex('caption_unread')
    .on('caption')
    .column('spoken_at')
    .where(sql<boolean>`ruby is null and state = 'final' and is_withdrawn = 0 and language in ('ja', 'ja-x-easy')`)
    .execute()
}
