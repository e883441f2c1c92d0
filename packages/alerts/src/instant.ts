import type { Instant } from '@akari/protocol'

/** The first and the last moment that an Instant can write: its years have four digits. */
const FIRST_MS = Date.parse('0000-01-01T00:00:00Z')
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')

export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Milliseconds since 1970 as an ISO 8601 time in UTC; beyond what can be written, the first or last that can. */
export function instantAt(ms: number): Instant {
  return new Date(Math.min(LAST_MS, Math.max(FIRST_MS, ms))).toISOString()
}

/** A day ahead is no skewed clock any more; believed, it would keep every later telegram out of its slot. */
const FUTURE_MS = 24 * 3600_000

/** No state of the weather stands for a year without a new telegram: whoever sends one so old plays it back. */
const ANCIENT_MS = 366 * 24 * 3600_000

export function isAncient(sentAt: Instant, receivedAt: Instant): boolean {
  return msOf(sentAt) < msOf(receivedAt) - ANCIENT_MS
}

/** Clocks differ by less. */
const SKEW_MS = 10 * 60_000

/** Is one of these times (an order's, beside its small numbers) ahead of a clock by more than clocks differ? */
export function isAheadOf(order: readonly number[], receivedAt: Instant): boolean {
  return order.some((each) => each > msOf(receivedAt) + SKEW_MS)
}

export function isFromTheFuture(sentAt: Instant, receivedAt: Instant): boolean {
  return msOf(sentAt) > msOf(receivedAt) + FUTURE_MS
}
