import { type Kysely, sql } from 'kysely'

const FILE_COLUMNS = ['filename', 'sha256', 'bytes', 'media_type', 'width', 'height', 'duration_ms', 'probed'] as const

/**
 * The media library: folders, a bin, the files an asset had before, and work that takes minutes. An asset's file moves into
 * `asset_version`, and pictures made from a file belong to the file instead of the asset, so that every version keeps its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await folders(db)
  await versions(db)
  await pictures(db)
  await db.schema
    .createTable('media_job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('source_sha256', 'text', (c) => c.notNull())
    .addColumn('asset_id', 'text')
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('done', 'integer', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('folder_id', 'text')
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('held_until', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('audit_entry_subject').on('audit_entry').columns(['subject', 'sequence']).execute()
}

/** The parent of a folder at the top is the empty text: two of one name then meet in the index. */
async function folders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('asset_folder')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('parent_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('asset_folder_name').on('asset_folder').columns(['parent_id', 'name']).unique().execute()
}

async function versions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('asset_version')
    .addColumn('asset_id', 'text', (c) => c.notNull().references('asset.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('filename', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('duration_ms', 'integer')
    .addColumn('probed', 'integer', (c) => c.notNull())
    .addColumn('playable', 'integer', (c) => c.notNull())
    .addColumn('framing', 'text', (c) => c.notNull())
    .addColumn('file_at', 'text', (c) => c.notNull())
    .addColumn('file_by', 'text', (c) => c.notNull())
    .addColumn('restored_from', 'integer')
    .addPrimaryKeyConstraint('asset_version_key', ['asset_id', 'number'])
    .execute()
  await sql`
    insert into asset_version (asset_id, number, filename, sha256, bytes, media_type, width, height, duration_ms, probed,
      playable, framing, file_at, file_by)
    select id, 1, filename, sha256, bytes, media_type, width, height, duration_ms, probed,
      1, '{"focus":null,"crops":{}}', created_at, '' from asset`.execute(db)
  await db.schema.createIndex('asset_version_sha256').on('asset_version').column('sha256').execute()
  const added = db.schema.alterTable('asset')
  await added.addColumn('file_version', 'integer', (c) => c.notNull().defaultTo(1)).execute()
  await added.addColumn('folder_id', 'text').execute()
  await added.addColumn('tags', 'text', (c) => c.notNull().defaultTo('[]')).execute()
  await added.addColumn('alt', 'text').execute()
  await added.addColumn('valid_from', 'text').execute()
  await added.addColumn('valid_until', 'text').execute()
  await added.addColumn('deleted_at', 'text').execute()
  await added.addColumn('deleted_by', 'text').execute()
  await added.addColumn('updated_at', 'text', (c) => c.notNull().defaultTo('')).execute()
  await added.addColumn('version', 'integer', (c) => c.notNull().defaultTo(1)).execute()
  await sql`update asset set updated_at = created_at`.execute(db)
}

/** The primary key changes, so the table is made anew. */
async function pictures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('file_rendition')
    .addColumn('source_sha256', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('file_rendition_key', ['source_sha256', 'purpose'])
    .execute()
  await sql`
    insert into file_rendition (source_sha256, purpose, sha256, bytes, media_type, width, height)
    select asset.sha256, purpose, rendition.sha256, rendition.bytes, rendition.media_type, rendition.width, rendition.height
    from rendition inner join asset on asset.id = rendition.asset_id`.execute(db)
  await db.schema.dropTable('rendition').execute()
  for (const column of FILE_COLUMNS) await db.schema.alterTable('asset').dropColumn(column).execute()
}
