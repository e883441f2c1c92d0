import { Id, Instant, type Programme, Revision } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import { contentOf } from './compiling.ts'

/** `hash` is over what the display has, `scheduled` over that without its takeovers. */
const State = z.object({ revision: Revision, publishedAt: Instant, hash: z.string(), scheduled: z.string() })
export type PublishedState = z.infer<typeof State>

const FeedIds = z.array(Id)

export type ProgrammeStore = ReturnType<typeof programmeStore>

/** What displays have now. publications.store.ts changes it. */
export function programmeStore(db: MainDatabase) {
  return {
    /** Revision and hash of what each display was last given. */
    states: async (): Promise<Map<Id, PublishedState>> => {
      const rows = await db
        .selectFrom('published_programme')
        .select(['display_id', 'revision', 'published_at', 'content_hash', 'scheduled_hash'])
        .execute()
      return new Map(rows.map((row) => [row.display_id, stateOf(row)]))
    },
    state: async (displayId: Id): Promise<PublishedState | null> => {
      const row = await db
        .selectFrom('published_programme')
        .select(['revision', 'published_at', 'content_hash', 'scheduled_hash'])
        .where('display_id', '=', displayId)
        .executeTakeFirst()
      return row === undefined ? null : stateOf(row)
    },
    find: async (displayId: Id): Promise<{ programme: Programme; hash: string } | null> => {
      const row = await db
        .selectFrom('published_programme')
        .selectAll()
        .where('display_id', '=', displayId)
        .executeTakeFirst()
      if (row === undefined) return null
      const { revision, publishedAt, hash } = stateOf(row)
      return { programme: { ...contentOf(row.body), revision, publishedAt }, hash }
    },
    /** The feeds that boards of this display's programme show. */
    feedsOf: async (displayId: Id): Promise<Id[]> => {
      const row = await db
        .selectFrom('published_programme')
        .select('feeds')
        .where('display_id', '=', displayId)
        .executeTakeFirst()
      return row?.feeds == null ? [] : FeedIds.parse(JSON.parse(row.feeds))
    },
    /** The displays whose programmes show a feed. */
    showing: async (feedId: Id): Promise<Id[]> => {
      const rows = await db
        .selectFrom('published_programme')
        .select(['display_id', 'feeds'])
        .where('feeds', 'is not', null)
        .execute()
      return rows
        .filter(({ feeds }) => FeedIds.parse(JSON.parse(feeds ?? '[]')).includes(feedId))
        .map((row) => row.display_id)
    },
    /** The published contents of these displays as they were compiled, without takeovers, by display. */
    bodies: async (displayIds: readonly Id[]): Promise<Map<Id, string>> => {
      const wanted = new Set(displayIds)
      const rows = await db.selectFrom('published_programme').select(['display_id', 'body', 'scheduled']).execute()
      return new Map(
        rows.filter((row) => wanted.has(row.display_id)).map((row) => [row.display_id, row.scheduled ?? row.body]),
      )
    },
  }
}

function stateOf(row: {
  revision: number
  published_at: string
  content_hash: string
  scheduled_hash: string
}): PublishedState {
  return State.parse({
    revision: row.revision,
    publishedAt: row.published_at,
    hash: row.content_hash,
    scheduled: row.scheduled_hash,
  })
}
