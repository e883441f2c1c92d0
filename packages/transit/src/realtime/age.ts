/** Up to here a datum is live; up to the second it is shown with its age; beyond, the timetable counts again. Seconds. */
export const LIVE_SECONDS = 90
export const STALE_SECONDS = 300
/** What has no time of its own is as old as its feed says, and no longer live this soon. */
const LIVE_BY_HEADER_SECONDS = 60
/** Clocks differ; one that is ahead by more is wrong, and so is whatever it says. */
export const FUTURE_SECONDS = 60

/** When something was seen, in Unix seconds by its source's clock; null where nothing says so. */
export type Observed = { observedAt: number | null; hasOwnTime: boolean }
export type Age = 'live' | 'stale' | 'expired' | 'future'

/** How far something seen may be trusted at a moment of our own clock (Unix seconds). What has no time at all is never shown as live. */
export function ageOf({ observedAt, hasOwnTime }: Observed, at: number): Age {
  if (observedAt === null) return 'expired'
  const seconds = at - observedAt
  if (seconds < -FUTURE_SECONDS) return 'future'
  if (seconds <= (hasOwnTime ? LIVE_SECONDS : LIVE_BY_HEADER_SECONDS)) return 'live'
  return seconds <= STALE_SECONDS ? 'stale' : 'expired'
}

/** The time of a thing itself, else that of the feed's header; 0 stands for none (proto2 default). */
export function observed(own: bigint, headerAt: number | null): Observed {
  const seconds = secondsOfStamp(own)
  return seconds === null ? { observedAt: headerAt, hasOwnTime: false } : { observedAt: seconds, hasOwnTime: true }
}

/** Unix seconds of a timestamp; a number no clock shows stays one in the far future. */
export function secondsOfStamp(stamp: bigint): number | null {
  return stamp === 0n ? null : Number(stamp)
}
