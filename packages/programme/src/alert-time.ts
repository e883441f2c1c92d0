import type { Alert, Clock, HeldAlerts, Instant, Stage } from '@akari/protocol'
import { msOf } from './time.ts'

/** An alert of this length at most is a matter of seconds (EEW), so that after a reboot without a clock it is surely over. */
const SHORT_LIVED_MS = 15 * 60_000

/**
 * How long until a moment that an alert names, in ms; ≤ 0 once it has surely come. Without a trusted clock the time since
 * the alert was received counts. After a reboot that is not known either, but it is at least as long as this boot.
 */
export function msUntil(moment: Instant, held: HeldAlerts, clock: Clock): number {
  if (clock.trust !== 'unknown') return msOf(moment) - msOf(clock.instant)
  const sinceReceivedMs =
    clock.bootId === held.bootId ? clock.monotonicMs - held.receivedMonotonicMs : Math.max(0, clock.monotonicMs)
  return msOf(moment) - msOf(held.state.issuedAt) - sinceReceivedMs
}

/**
 * How long an alert still has, in ms: ≤ 0 when it is over, Infinity when only a message or staff end it. After a reboot
 * without a trusted clock a short-lived alert counts as over, every other one as lasting as long as it can.
 */
export function remainingMs(alert: Alert, held: HeldAlerts, clock: Clock): number {
  if (alert.expiresAt === null) return Number.POSITIVE_INFINITY
  const isUnknown = clock.trust === 'unknown' && clock.bootId !== held.bootId
  if (isUnknown && msOf(alert.expiresAt) - msOf(alert.sentAt) <= SHORT_LIVED_MS) return 0
  return msUntil(alert.expiresAt, held, clock)
}

/** Is the time of this alert over? */
export function hasExpired(alert: Alert, held: HeldAlerts, clock: Clock): boolean {
  return remainingMs(alert, held, clock) <= 0
}

/** Has its time come? One that was signed ahead is nothing on the glass before. */
export function isEffective(alert: Alert, held: HeldAlerts, clock: Clock): boolean {
  return alert.effectiveAt == null || msUntil(alert.effectiveAt, held, clock) <= 0
}

/** S1–S4: the last stage that has begun; its first where none has yet; 身を守る for an alert without stages. */
export function stageOf(alert: Alert, held: HeldAlerts, clock: Clock): Stage {
  const stages = alert.handling?.stages ?? []
  const begun = stages.findLast(({ from }) => msUntil(from, held, clock) <= 0)
  return (begun ?? stages[0])?.stage ?? 'protect'
}

/** How long until anything about this alert changes by itself, in ms, always more than 0; Infinity: never. */
export function changesInMs(alert: Alert, held: HeldAlerts, clock: Clock): number {
  const { handling, effectiveAt } = alert
  const moments = [effectiveAt, handling?.fullScreenUntil, ...(handling?.stages ?? []).map(({ from }) => from)]
  const left = [
    remainingMs(alert, held, clock),
    ...moments.map((moment) => (moment == null ? Number.POSITIVE_INFINITY : msUntil(moment, held, clock))),
  ]
  return left.reduce((least, ms) => (ms > 0 ? Math.min(least, Math.ceil(ms)) : least), Number.POSITIVE_INFINITY)
}
