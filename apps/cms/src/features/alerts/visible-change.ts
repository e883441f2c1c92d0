import type { Alert } from '@akari/protocol'

/** Displays are told of a later end at the latest when this much is left of the one they know. */
const MARGIN_MS = 30_000
/** And otherwise this seldom. */
const SELDOM_MS = 10_000

/**
 * Would a display show `next` otherwise than `held`? A further serial that says the same of a later moment is no reason
 * to send hundreds of displays a new state: an end that moves back only is told soon (see `laterEndIsDue`). One that
 * comes earlier is. Nor is another version of the policy that handles it the same.
 */
export function looksDifferent(held: readonly Alert[], next: readonly Alert[]): boolean {
  if (held.length !== next.length) return true
  return next.some((alert, i) => {
    const before = held[i]
    return before === undefined || !isShownAlike(before, alert) || endsEarlier(before, alert)
  })
}

/** Is it time to tell displays of ends that moved back while nothing else changed? */
export function laterEndIsDue(
  held: { issuedAt: string; alerts: readonly Alert[] },
  next: readonly Alert[],
  nowMs: number,
): boolean {
  if (looksDifferent(held.alerts, next)) return false
  const moved = held.alerts.filter((alert, i) => alert.expiresAt !== next[i]?.expiresAt)
  if (moved.length === 0) return false
  const isShort = moved.some(({ expiresAt }) => expiresAt !== null && Date.parse(expiresAt) - nowMs < MARGIN_MS)
  return isShort || nowMs - Date.parse(held.issuedAt) >= SELDOM_MS
}

/** What was read back has its keys in another order than what was just made, and means the same. */
function isShownAlike(a: Alert, b: Alert): boolean {
  const [one, other] = [visibleOf(a), visibleOf(b)]
  return JSON.stringify(one) === JSON.stringify(other) || canonical(one) === canonical(other)
}

/** Everything that may stand on the glass or be heard; of the moment it was sent, the minute. */
function visibleOf({ sentAt, expiresAt: _end, effectiveAt, source, handling, ...rest }: Alert): unknown[] {
  const minute = Math.floor(Date.parse(sentAt) / 60_000)
  if (handling == null) return [minute, source.kind, source.name, rest]
  const { policy: _version, stages, ...handled } = handling
  // The stages of what begins later move back with its beginning.
  const beganMs = effectiveAt == null ? 0 : Date.parse(effectiveAt)
  const steps = stages.map(({ stage, from }) => [stage, Math.max(0, Date.parse(from) - beganMs)])
  return [minute, source.kind, source.name, handled, steps, rest]
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

function endsEarlier(before: Alert, after: Alert): boolean {
  if (after.expiresAt === null) return before.expiresAt !== null
  return before.expiresAt === null || Date.parse(after.expiresAt) < Date.parse(before.expiresAt)
}
