import { readFile } from 'node:fs/promises'
import { StoredTimetable, type TransitLive } from '@akari/protocol'
import {
  followFeed,
  type FollowedFeed,
  isFrozen,
  liveOf,
  type OpenTimetable,
  openTimetable,
  snapshotOf,
  timetableOf,
  UNFOLLOWED,
} from '@akari/transit'
import type { FedBytes, TransitResult, TransitTask } from '../feed-messages.ts'

const NAMES = ['vehicles', 'trips', 'alerts'] as const
type Name = (typeof NAMES)[number]
type Followed = Record<Name, FollowedFeed | null>

const NEVER: Followed = { vehicles: null, trips: null, alerts: null }

/**
 * Joins live feeds to their timetable, poll after poll: what each of them last gave that could be read is kept while it gives
 * nothing, and grows old by its own times. One for a thread.
 */
export function transitWork(): (task: TransitTask) => Promise<TransitResult> {
  const followed = new Map<string, { addresses: string; feeds: Followed }>()
  const opened = new Map<string, { sha256: string; open: OpenTimetable }>()

  const timetable = async (feedId: string, { sha256, path }: TransitTask['timetable']): Promise<OpenTimetable> => {
    const known = opened.get(feedId)
    if (known?.sha256 === sha256) return known.open
    const open = openTimetable(timetableOf(StoredTimetable.parse(JSON.parse(await readFile(path, 'utf8')))))
    opened.set(feedId, { sha256, open })
    return open
  }

  return async (task) => {
    const open = await timetable(task.feedId, task.timetable)
    const at = Math.floor(task.atMs / 1000)
    const known = followed.get(task.feedId)
    const before = known?.addresses === task.addresses ? known.feeds : NEVER
    const feeds: Followed = {
      vehicles: follow(before.vehicles, task.vehicles, at),
      trips: follow(before.trips, task.trips, at),
      alerts: follow(before.alerts, task.alerts, at),
    }
    followed.set(task.feedId, { addresses: task.addresses, feeds })
    const body = (name: Name) => feeds[name]?.good?.body ?? null
    const live = liveOf(open, { vehicles: body('vehicles'), trips: body('trips'), alerts: body('alerts') }, at)
    const told: Omit<TransitLive, 'notices'> = {
      kind: 'transit',
      isLive: NAMES.some((name) => feeds[name] !== null),
      ...snapshotOf(open, live, at),
    }
    return {
      state: stateOf(feeds, live.feed),
      isAnyGood: NAMES.some((name) => feeds[name] !== null && feeds[name].down === null),
      faults: NAMES.flatMap((name) => {
        const down = feeds[name]?.down ?? null
        return down === null ? [] : [`${name}: ${down.reason}`]
      }),
      vehicles: live.vehicles.length,
      data: JSON.stringify(told),
    }
  }
}

function follow(before: FollowedFeed | null, fed: FedBytes, at: number): FollowedFeed | null {
  if (fed === null) return null
  return followFeed(before ?? UNFOLLOWED, fed === 'nothing' ? null : fed, at)
}

/** Notices may be missing without the buses being so; where vehicles or trips give nothing, the feed is down. */
function stateOf({ vehicles, trips, alerts }: Followed, joined: TransitResult['state']): TransitResult['state'] {
  const moving = [vehicles, trips].filter((feed) => feed !== null)
  const counted = moving.length > 0 ? moving : [alerts].filter((feed) => feed !== null)
  if (counted.some(({ down }) => down !== null)) return 'down'
  if (joined === 'mismatch') return 'mismatch'
  return moving.some(isFrozen) ? 'frozen' : joined
}
