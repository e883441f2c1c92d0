import type { DisplayView, WatchSettings } from '@akari/protocol'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

/**
 * Since when a display is missed, or null when it is not. Not missed are: one without a player, the hidden canary, one that
 * somebody works on, and one that was never heard (it is being set up). What was silent while this server was not
 * listening counts from `listeningSince`.
 */
export function missedSince(display: DisplayView, listeningSince: Date): string | null {
  const { status, lastSeenAt, canary, maintenance } = display
  if (status !== 'offline' || lastSeenAt === null || canary === true || maintenance !== undefined) return null
  return Date.parse(lastSeenAt) > listeningSince.getTime() ? lastSeenAt : listeningSince.toISOString()
}

/** Has somebody been missing for as long as the settings say? */
export function isLongMissed(since: string, { offlineAfterMinutes }: WatchSettings, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= offlineAfterMinutes * MINUTE_MS
}

/** Is it the time of day at which nobody wants to be told? `timeZone` is the city's. */
export function isQuiet({ quiet }: Pick<WatchSettings, 'quiet'>, now: Date, timeZone: string): boolean {
  if (quiet === null) return false
  const minute = minuteOfDay(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now),
  )
  const from = minuteOfDay(quiet.from)
  const lengthMin = (minuteOfDay(quiet.to) - from + DAY_MINUTES) % DAY_MINUTES
  return (minute - from + DAY_MINUTES) % DAY_MINUTES < lengthMin
}

function minuteOfDay(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':')
  return Number(hour) * 60 + Number(minute)
}
