import {
  FeedHealth,
  FeedQuarantine,
  FeedSnapshot,
  type Id,
  Instant,
  Revision,
  type TransitNotice,
} from '@akari/protocol'
import type { ExpressionBuilder, Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { NewsResult } from './feed-messages.ts'
import { fromRow, raise, type StoredFeed } from './feeds.store.ts'
import { NewsBaseline } from './news-change.ts'

const LastError = FeedHealth.shape.lastError.unwrap()
const Data = z.record(z.string(), z.unknown())

/** What a news feed was like when it was last trusted, and what is held back of it. */
export const FeedMemory = z.object({
  baseline: NewsBaseline,
  held: FeedQuarantine.omit({ items: true }).extend({ read: NewsResult }).nullable(),
})
export type FeedMemory = z.infer<typeof FeedMemory>

/** What is known of a feed. `data` is the text of what displays get, without notices. */
export type FeedStanding = {
  state: FeedHealth['state']
  data: string | null
  checkedAt: Instant | null
  askedAt: Instant | null
  nextAt: Instant
  failures: number
  lastError: FeedHealth['lastError']
  counted: number | null
  memory: FeedMemory | null
}
/** After a poll; `isNews`: displays are to be told. */
export type Settled = FeedStanding & { isNews: boolean }
export type FeedStatesStore = ReturnType<typeof feedStatesStore>

/** What came of the feeds, and whose turn it is to ask which. */
export function feedStatesStore(db: MainDatabase) {
  return {
    find: async (feedId: Id): Promise<FeedStanding | null> => {
      const row = await db.selectFrom('feed_state').selectAll().where('feed_id', '=', feedId).executeTakeFirst()
      return row === undefined ? null : standingOf(row)
    },
    list: async (): Promise<Map<Id, FeedStanding>> => {
      const rows = await db.selectFrom('feed_state').selectAll().execute()
      return new Map(rows.map((row) => [row.feed_id, standingOf(row)]))
    },
    /** Those whose time has come and that no server has in hand. */
    due: async (at: Instant): Promise<Id[]> => {
      const rows = await db
        .selectFrom('feed_state')
        .innerJoin('feed', 'feed.id', 'feed_state.feed_id')
        .select('feed_id')
        .where('is_on', '=', 1)
        .where('next_at', '<=', at)
        .where((e) => e.or([e('held_until', 'is', null), e('held_until', '<', at)]))
        .execute()
      return rows.map(({ feed_id }) => feed_id)
    },
    /** Takes a feed in hand until then; false where another server has it. */
    take: async (feedId: Id, at: Instant, heldUntil: Instant): Promise<boolean> => {
      const done = await db
        .updateTable('feed_state')
        .set({ held_until: heldUntil, asked_at: at })
        .where('feed_id', '=', feedId)
        .where(notHeld(at))
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Gives it back with what came of it; false where the feed was changed or deleted meanwhile, and nothing was written. */
    settle: (feedId: Id, version: number, settled: Settled, nowMs: number): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const feed = await tx.selectFrom('feed').select('version').where('id', '=', feedId).executeTakeFirst()
        await tx.updateTable('feed_state').set({ held_until: null }).where('feed_id', '=', feedId).execute()
        if (feed?.version !== version) return false
        await tx.updateTable('feed_state').set(rowOf(settled)).where('feed_id', '=', feedId).execute()
        if (settled.isNews) await raise(tx, feedId, nowMs)
        return true
      }),
    askNow: async (feedId: Id, at: Instant): Promise<void> => {
      await db.updateTable('feed_state').set({ next_at: at }).where('feed_id', '=', feedId).execute()
    },
    /** The numbers of what displays are told. */
    revisions: async (): Promise<Map<Id, Revision>> => {
      const rows = await db.selectFrom('feed_state').select(['feed_id', 'revision']).execute()
      return new Map(rows.map(({ feed_id, revision }) => [feed_id, Revision.parse(revision)]))
    },
    snapshot: async (feedId: Id): Promise<FeedSnapshot | null> => {
      const state = await db.selectFrom('feed_state').selectAll().where('feed_id', '=', feedId).executeTakeFirst()
      const feed = await db.selectFrom('feed').selectAll().where('id', '=', feedId).executeTakeFirst()
      return state === undefined || feed === undefined ? null : snapshotOf(fromRow(feed), state)
    },
  }
}

function notHeld(at: Instant) {
  return (e: ExpressionBuilder<MainTables, 'feed_state'>) =>
    e.or([e('held_until', 'is', null), e('held_until', '<', at)])
}

/** A feed that is switched off says nothing, at once; one that nobody asked yet is down as far as a display can tell. */
function snapshotOf(feed: StoredFeed, row: Selectable<MainTables['feed_state']>): FeedSnapshot {
  const { state, data, checkedAt } = standingOf(row)
  return FeedSnapshot.parse({
    feedId: feed.id,
    revision: row.revision,
    checkedAt,
    state: feed.on && state !== 'waiting' && state !== 'off' ? stateShown(state) : 'down',
    attribution: feed.attribution,
    data: feed.on ? withNotices(data, feed.notices) : null,
  })
}

/** What came of a source as displays get it, which is yet to be parsed: what staff say of routes goes with its buses. */
export function withNotices(data: string | null, notices: readonly TransitNotice[]): unknown {
  const told = data === null ? null : Data.parse(JSON.parse(data))
  return told?.['kind'] === 'transit' ? { ...told, notices } : told
}

/** Displays have what was said before, and that is well. */
function stateShown(state: Exclude<FeedHealth['state'], 'waiting' | 'off'>): FeedSnapshot['state'] {
  return state === 'quarantined' ? 'ok' : state
}

function standingOf(row: Selectable<MainTables['feed_state']>): FeedStanding {
  return {
    state: FeedHealth.shape.state.parse(row.state),
    data: row.data,
    checkedAt: row.checked_at,
    askedAt: row.asked_at,
    nextAt: row.next_at,
    failures: row.failures,
    lastError: row.last_error === null ? null : LastError.parse(JSON.parse(row.last_error)),
    counted: row.counted,
    memory: row.memory === null ? null : FeedMemory.parse(JSON.parse(row.memory)),
  }
}

function rowOf({ state, data, checkedAt, nextAt, failures, lastError, counted, memory }: Settled) {
  return {
    state,
    data,
    checked_at: checkedAt,
    next_at: nextAt,
    failures,
    last_error: lastError === null ? null : JSON.stringify(lastError),
    counted,
    memory: memory === null ? null : JSON.stringify(memory),
  }
}
