import type { Instant } from '@akari/protocol'

export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Milliseconds since 1970 as an ISO 8601 time in UTC. */
export function instantAt(ms: number): Instant {
  return new Date(ms).toISOString()
}
