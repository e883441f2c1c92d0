import type { FeedSnapshot, TransitNotice } from '@akari/protocol'
import { alertsAt, type Live, type LiveAlert, liveOfSnapshot, type OpenTimetable } from '@akari/transit'
import { localDay } from '../local-day.ts'

/** The moment as the display knows it: Unix milliseconds, and whether its clock was ever compared with the server's. */
export interface BoardTime {
  ms: number
  known: boolean
}

/**
 * How far one feed can be trusted now. `live`: positions and delays count, each by its own age; `timetable`: its operator tells nothing
 * live, and nothing is missing; the others say why live data are missing although there should be some.
 */
export type ServiceHealth = 'live' | 'timetable' | 'down' | 'mismatch' | 'clockUnknown'

/** A feed of a board, joined to its timetable. */
export interface TransitService {
  feedId: string
  open: OpenTimetable
  /** Null where nothing live may be shown. */
  live: Live | null
  health: ServiceHealth
  /** Of today: is the timetable good for it? */
  validity: 'valid' | 'expired' | 'notYet'
  notices: readonly TransitNotice[]
  snapshot: FeedSnapshot | null
}

/** A snapshot that was checked longer ago is no longer told apart from a source that is down. Seconds. */
const MOST_CHECKED_SECONDS = 300
const DAY_MS = 86_400_000

/** What a feed's timetable and its last snapshot come to at a moment of the glass. */
export function transitService(
  feedId: string,
  open: OpenTimetable,
  snapshot: FeedSnapshot | null,
  time: BoardTime,
): TransitService {
  const data = snapshot?.data?.kind === 'transit' ? snapshot.data : null
  const told = healthOf(snapshot, data?.isLive ?? false, time)
  const shows = snapshot !== null && data !== null && (told === 'live' || told === 'mismatch' || told === 'down')
  // What was seen before the source went down is still as old as it is, and says so.
  const live = shows ? liveOfSnapshot(open, snapshot.state, data) : null
  return {
    feedId,
    open,
    live,
    health: told === 'live' && live?.feed === 'mismatch' ? 'mismatch' : told,
    validity: validityOf(open, time.ms),
    notices: (data?.notices ?? []).filter((notice) => isInForce(notice, time.ms)),
    snapshot,
  }
}

function healthOf(snapshot: FeedSnapshot | null, isLive: boolean, time: BoardTime): ServiceHealth {
  if (snapshot === null) return 'down'
  if (snapshot.data !== null && !isLive) return 'timetable'
  if (!time.known) return 'clockUnknown'
  const checkedAtMs = snapshot.checkedAt === null ? -Infinity : Date.parse(snapshot.checkedAt)
  if (time.ms - checkedAtMs > MOST_CHECKED_SECONDS * 1000) return 'down'
  switch (snapshot.state) {
    case 'ok':
    case 'empty':
      return 'live'
    case 'mismatch':
      return 'mismatch'
    case 'down':
    case 'frozen':
      return 'down'
  }
}

function validityOf({ timetable }: OpenTimetable, nowMs: number): TransitService['validity'] {
  const today = dayNumber(nowMs, timetable.timeZone)
  if (timetable.validTo !== null && today > timetable.validTo) return 'expired'
  return timetable.validFrom !== null && today < timetable.validFrom ? 'notYet' : 'valid'
}

/** Is no timetable of a board good for today? Then it has no departures. */
export function areLapsed(services: readonly TransitService[]): boolean {
  return services.length > 0 && services.every(({ validity }) => validity !== 'valid')
}

/** The day of the calendar there, in days since 1970-01-01. */
export function dayNumber(atMs: number, timeZone: string): number {
  return Date.parse(localDay(atMs, timeZone).date) / DAY_MS
}

function isInForce({ from, until }: TransitNotice, atMs: number): boolean {
  return (from === null || Date.parse(from) <= atMs) && (until === null || atMs < Date.parse(until))
}

/** What the operator and staff say about some of the routes and stops now; words of staff first. */
export function wordsAbout(
  { live, notices }: TransitService,
  atMs: number,
  about: { routes: readonly string[]; stops: readonly string[] },
): Pick<LiveAlert, 'id' | 'title'>[] {
  const ours = notices.filter(
    ({ routeIds }) => routeIds.length === 0 || routeIds.some((id) => about.routes.includes(id)),
  )
  return [
    ...ours.map(({ id, text }) => ({ id: `notice ${id}`, title: text })),
    ...alertsAt(live?.alerts ?? [], atMs / 1000, about),
  ]
}
