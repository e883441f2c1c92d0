import { FeedAttribution, FeedKeyView, FeedSource, type Id, Instant, TransitNotice } from '@akari/protocol'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import { nextRevision } from '../../db/next-revision.ts'
import type { MainTables } from '../../db/schema.ts'

const Body = z.object({
  source: FeedSource,
  everySeconds: z.int(),
  attribution: FeedAttribution,
  key: FeedKeyView.omit({ isSet: true }).nullable(),
})
const Notices = z.array(TransitNotice)

/** A feed as staff set it up; the key that belongs to `key` is sealed. */
export type StoredFeed = z.infer<typeof Body> & {
  id: Id
  name: string
  sealedKey: string | null
  on: boolean
  notices: TransitNotice[]
  version: number
  updatedAt: Instant
}
export type FeedsStore = ReturnType<typeof feedsStore>

/** What staff set up; what comes of it is in feed-states.store.ts. */
export function feedsStore(db: MainDatabase) {
  return {
    /** By name, then id. */
    list: async (): Promise<StoredFeed[]> => {
      const rows = await db.selectFrom('feed').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredFeed | null> => {
      const row = await db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** With what is known of it so far: nothing, and that it is to be asked now. */
    insert: (feed: StoredFeed, nowMs: number): Promise<void> =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('feed')
          .values({ ...toRow(feed), created_at: feed.updatedAt })
          .execute()
        const fresh = { feed_id: feed.id, next_at: feed.updatedAt }
        await tx
          .insertInto('feed_state')
          .values({ ...fresh, revision: nowMs, state: 'waiting', failures: 0 })
          .execute()
        if (feed.source.kind === 'transit') await tx.insertInto('feed_timetable').values(fresh).execute()
      }),
    /** False when it has another version or is gone. `isOther`: another source, of which nothing is known yet. */
    replace: (feed: StoredFeed, expectedVersion: number, isOther: boolean, nowMs: number): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const done = await tx
          .updateTable('feed')
          .set(toRow(feed))
          .where('id', '=', feed.id)
          .where('version', '=', expectedVersion)
          .executeTakeFirst()
        if (done.numUpdatedRows !== 1n) return false
        await raise(tx, feed.id, nowMs)
        if (!isOther) return true
        const nothing = { state: 'waiting', data: null, checked_at: null, failures: 0, last_error: null }
        await tx
          .updateTable('feed_state')
          .set({ ...nothing, counted: null, memory: null, next_at: feed.updatedAt })
          .where('feed_id', '=', feed.id)
          .execute()
        return true
      }),
    remove: (id: Id): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('feed_state').where('feed_id', '=', id).execute()
        await tx.deleteFrom('feed_timetable').where('feed_id', '=', id).execute()
        const done = await tx.deleteFrom('feed').where('id', '=', id).executeTakeFirst()
        return done.numDeletedRows === 1n
      }),
  }
}

/** Displays are told of a feed anew. */
export async function raise(tx: MainDatabase, feedId: Id, nowMs: number): Promise<void> {
  await tx
    .updateTable('feed_state')
    .set({ revision: nextRevision(nowMs) })
    .where('feed_id', '=', feedId)
    .execute()
}

export function fromRow(row: Selectable<MainTables['feed']>): StoredFeed {
  return {
    ...Body.parse(JSON.parse(row.body)),
    id: row.id,
    name: row.name,
    sealedKey: row.sealed_key,
    on: row.is_on === 1,
    notices: Notices.parse(JSON.parse(row.notices)),
    version: row.version,
    updatedAt: row.updated_at,
  }
}

function toRow({ id, name, sealedKey, on, notices, version, updatedAt, ...feed }: StoredFeed) {
  return {
    id,
    kind: feed.source.kind,
    name,
    body: JSON.stringify(Body.parse(feed)),
    sealed_key: sealedKey,
    is_on: on ? 1 : 0,
    notices: JSON.stringify(notices),
    version,
    updated_at: updatedAt,
  }
}
