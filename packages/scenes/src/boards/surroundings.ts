import type { Channel, FeedSnapshot, OfficeCalendar, TodayEvent } from '@akari/protocol'
import { createContext, useContext } from 'react'

/** What boards are told of the world around this display, beside their own document. */
export interface Surroundings {
  /** Unix time by the display's clock; null while nobody knows it: then no datum has an age, and nothing is today's. */
  nowMs: number | null
  /** Unix time by the device's own clock, for what is worth showing even where nobody vouches for it; `nowMs` where it is known. */
  deviceMs: number | null
  /** Is the clock compared with the server's now (`synced`), or was it once since the display was switched on? */
  clockTrust: 'synced' | 'holdover' | 'unknown'
  timeZone: string
  calendar: OfficeCalendar | null
  feeds: readonly FeedSnapshot[]
  /** Where an alert in force says that 00000JAPAN is open: the channel it came on. Null: nothing says so. */
  openNetwork: Channel | null
  /** Meetings of today that the schedule relays live; none when left out. */
  sittings?: readonly TodayEvent[]
}

/** Nothing is known: every board shows its empty state. */
const NOTHING_KNOWN: Surroundings = {
  nowMs: null,
  deviceMs: null,
  clockTrust: 'unknown',
  timeZone: 'Asia/Tokyo',
  calendar: null,
  feeds: [],
  openNetwork: null,
}

/** Whoever draws scenes says what is around them: the page of a display, a preview in the console. */
export const SurroundingsContext = createContext<Surroundings>(NOTHING_KNOWN)

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext)
}

/** What is known of one feed; null: nothing yet, or it is none of this display's. */
export function feedIn({ feeds }: Pick<Surroundings, 'feeds'>, feedId: string): FeedSnapshot | null {
  return feeds.find((snapshot) => snapshot.feedId === feedId) ?? null
}
