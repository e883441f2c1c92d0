import { type Kysely, sql } from 'kysely'

/** Publications that are kept and can be brought back, what waits for approval, and notices to people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('published_programme')
    .addColumn('scheduled_hash', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await sql`update published_programme set scheduled_hash = content_hash`.execute(db)
  await publications(db)
  await submissions(db)
  await db.schema
    .createTable('notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('user_account.id').onDelete('cascade'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('read_at', 'text')
    .execute()
  await db.schema.createIndex('notice_user').on('notice').columns(['user_id', 'at']).execute()
}

async function publications(db: Kysely<unknown>): Promise<void> {
  const t = db.schema
  await t
    .createTable('programme_content')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await t
    .createTable('publication')
    .addColumn('sequence', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_whom', 'text', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addColumn('displays', 'text', (c) => c.notNull())
    .addColumn('restores', 'integer')
    .addColumn('submission_id', 'text')
    .execute()
  await t
    .createTable('publication_content')
    .addColumn('sequence', 'integer', (c) => c.notNull().references('publication.sequence').onDelete('cascade'))
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('publication_content_key', ['sequence', 'display_id'])
    .execute()
  await t.createIndex('publication_content_hash').on('publication_content').column('hash').execute()
  await t
    .createTable('publish_lock')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .execute()
  await sql`insert into publish_lock (id, sequence) values (1, 0)`.execute(db)
  await t
    .createTable('publish_job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('told_at', 'text', (c) => c.notNull())
    .execute()
}

async function submissions(db: Kysely<unknown>): Promise<void> {
  const t = db.schema
  await t
    .createTable('submission')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('submitted_by', 'text', (c) => c.notNull())
    .addColumn('submitted_name', 'text', (c) => c.notNull())
    .addColumn('submitted_at', 'text', (c) => c.notNull())
    .addColumn('publish_at', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_name', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('summary', 'text', (c) => c.notNull())
    .execute()
  await t.createIndex('submission_state').on('submission').columns(['state', 'publish_at']).execute()
  await t
    .createTable('submission_content')
    .addColumn('submission_id', 'text', (c) => c.notNull().references('submission.id').onDelete('cascade'))
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('approved_over', 'text')
    .addPrimaryKeyConstraint('submission_content_key', ['submission_id', 'display_id'])
    .execute()
  await t.createIndex('submission_content_hash').on('submission_content').column('hash').execute()
  await t
    .createTable('submission_word')
    .addColumn('submission_id', 'text', (c) => c.notNull().references('submission.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('submission_word_key', ['submission_id', 'number'])
    .execute()
}
