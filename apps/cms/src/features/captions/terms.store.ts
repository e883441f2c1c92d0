import { type Id, type Instant, TermView } from '@akari/protocol'
import type { Selectable } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type TermsStore = ReturnType<typeof termsStore>

/** Names and terms of the city, for all sittings. */
export function termsStore(db: MainDatabase) {
  return {
    list: async (): Promise<TermView[]> => {
      const rows = await db.selectFrom('caption_term').selectAll().orderBy('id').execute()
      return rows.map(fromRow).sort((a, b) => a.written.ja.localeCompare(b.written.ja, 'ja'))
    },
    insert: async (term: TermView, at: Instant): Promise<void> => {
      await db
        .insertInto('caption_term')
        .values({ id: term.id, ...rowOf(term), version: term.version, updated_at: at })
        .execute()
    },
    /** False on an old version, and where there is none. */
    replace: async (term: TermView, version: number, at: Instant): Promise<boolean> => {
      const done = await db
        .updateTable('caption_term')
        .set({ ...rowOf(term), version: term.version, updated_at: at })
        .where('id', '=', term.id)
        .where('version', '=', version)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    remove: async (id: Id): Promise<boolean> => {
      const done = await db.deleteFrom('caption_term').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}

function rowOf({ written, reading, heard }: TermView) {
  return { reading, written: JSON.stringify(written), heard: JSON.stringify(heard) }
}

function fromRow(row: Selectable<MainTables['caption_term']>): TermView {
  return {
    id: row.id,
    written: TermView.shape.written.parse(JSON.parse(row.written)),
    reading: row.reading,
    heard: TermView.shape.heard.parse(JSON.parse(row.heard)),
    version: row.version,
  }
}
