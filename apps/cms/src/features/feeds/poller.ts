import { faultText } from '@akari/node-kit'
import { FEED_SECONDS, type Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { askSource, type AskDeps, type Outcome } from './ask-source.ts'
import type { FeedStanding, FeedStatesStore, Settled } from './feed-states.store.ts'
import type { FeedsStore, StoredFeed } from './feeds.store.ts'

/** One poll takes less than this, or its server is gone and another takes over. */
const HELD_MS = 120_000
/** However long a source is down it is asked this often, so that it is seen to be back. */
const LONGEST_PAUSE_MS = 10 * 60_000
const MOST_ERROR_LENGTH = 400

type Deps = AskDeps & {
  feeds: Pick<FeedsStore, 'find'>
  states: FeedStatesStore
  /** What displays are to be told is in the database. */
  changed: () => void
  announce: () => void
  polled: (feed: StoredFeed, outcome: 'good' | 'bad') => void
  now: () => Date
  random: () => number
  log: Logger
}
export type Poller = ReturnType<typeof feedPoller>

/** Asks each source at its time, once for all displays and all servers. */
export function feedPoller(deps: Deps) {
  const { states, now, log } = deps
  const asking = new Map<Id, Promise<void>>()

  async function ask(feedId: Id): Promise<void> {
    const at = now()
    if (!(await states.take(feedId, at.toISOString(), new Date(at.getTime() + HELD_MS).toISOString()))) return
    const [feed, before] = [await deps.feeds.find(feedId), await states.find(feedId)]
    if (feed === null || before === null) return
    let outcome: Outcome
    try {
      outcome = await askSource(deps, feed, before, at)
    } catch (err) {
      log.error({ err, feedId }, 'feed not read')
      outcome = {
        state: 'down',
        data: null,
        isGood: false,
        faults: [faultText(err)],
        retryAfterMs: null,
        ...kept(before),
      }
    }
    const settled = settledBy(feed, before, outcome)
    if (!(await states.settle(feedId, feed.version, settled, now().getTime()))) return
    tellLog(feed, before, outcome)
    deps.polled(feed, outcome.isGood ? 'good' : 'bad')
    if (settled.isNews) deps.changed()
    if (settled.state !== before.state || settled.failures !== before.failures) deps.announce()
  }

  function settledBy(feed: StoredFeed, before: FeedStanding, outcome: Outcome): Settled {
    const at = now()
    const isFailure = !outcome.isGood && outcome.state === 'down'
    const failures = isFailure ? before.failures + 1 : 0
    const message = outcome.faults.join('; ').slice(0, MOST_ERROR_LENGTH)
    return {
      state: outcome.state,
      data: outcome.data ?? before.data,
      checkedAt: outcome.isGood ? at.toISOString() : before.checkedAt,
      askedAt: before.askedAt,
      nextAt: new Date(at.getTime() + pauseMs(feed, failures, outcome.retryAfterMs, deps.random())).toISOString(),
      failures,
      lastError: message === '' ? before.lastError : { at: at.toISOString(), message },
      counted: outcome.counted,
      memory: outcome.memory,
      isNews:
        outcome.isGood || outcome.state !== before.state || (outcome.data !== null && outcome.data !== before.data),
    }
  }

  /** Once when it begins and once when it is over; what lasts a day is not told every minute. */
  function tellLog(feed: StoredFeed, before: FeedStanding, { state, faults }: Outcome): void {
    if (state === before.state) return
    const about = { feedId: feed.id, state, before: before.state }
    if (state === 'ok' || state === 'empty') log.info(about, 'feed is well')
    else log.warn({ ...about, faults }, 'feed is not well')
  }

  const start = (feedId: Id): Promise<void> => {
    const running = asking.get(feedId)
    if (running !== undefined) return running
    const asked = ask(feedId)
      .catch((err: unknown) => log.error({ err, feedId }, 'feed not asked'))
      .finally(() => asking.delete(feedId))
    asking.set(feedId, asked)
    return asked
  }

  return {
    /** Starts what is due, and waits for none of it: a slow source holds up no other. For a job every second. */
    tick: async (): Promise<void> => {
      for (const feedId of await states.due(now().toISOString())) void start(feedId)
    },
    /** Asks now, whenever its time would be; resolves when it has answered. */
    askNow: start,
    close: async (): Promise<void> => {
      await Promise.all(asking.values())
    },
  }
}

/**
 * Until the next poll: the interval, give or take a tenth, so that no two servers fall into step; after failures full jitter up to
 * a ceiling that doubles, never below what is polite, and never before the source wants to be asked again.
 */
export function pauseMs(
  { everySeconds, source }: Pick<StoredFeed, 'everySeconds' | 'source'>,
  failures: number,
  retryAfterMs: number | null,
  random: number,
): number {
  const everyMs = everySeconds * 1000
  const ceiling = Math.max(everyMs, Math.min(LONGEST_PAUSE_MS, everyMs * 2 ** Math.min(failures, 20)))
  const wanted = failures === 0 ? everyMs * (0.9 + random / 5) : random * ceiling
  return Math.round(Math.max(wanted, FEED_SECONDS[source.kind].least * 900, retryAfterMs ?? 0))
}

function kept({ counted, memory }: FeedStanding): Pick<Outcome, 'counted' | 'memory'> {
  return { counted, memory }
}
