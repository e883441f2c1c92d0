import type { Alert, Channel, Clock, HeldAlerts, Id } from '@akari/protocol'
import { msOf } from './time.ts'

/** An alert of this length at most is a matter of seconds (EEW), so that after a reboot without a clock it is surely over. */
const SHORT_LIVED_MS = 15 * 60_000

const SEVERITIES: readonly Alert['severity'][] = ['Unknown', 'Minor', 'Moderate', 'Severe', 'Extreme']

/** An alert with the state it came in and the channel it came on. */
export type HeldAlert = { channel: Channel; alert: Alert; held: HeldAlerts }

/**
 * How long an alert still has, in ms: ≤ 0 when it is over, Infinity when only a message or staff end it. Without a trusted
 * clock the time since it was received counts (same boot); after a reboot nothing is known, so a short-lived alert
 * counts as over and every other one as lasting.
 */
export function remainingMs(alert: Alert, held: HeldAlerts, clock: Clock): number {
  if (alert.expiresAt === null) return Number.POSITIVE_INFINITY
  const expiresAtMs = msOf(alert.expiresAt)
  if (clock.trust !== 'unknown') return expiresAtMs - msOf(clock.instant)
  if (clock.bootId === held.bootId) {
    return expiresAtMs - msOf(held.state.issuedAt) - (clock.monotonicMs - held.receivedMonotonicMs)
  }
  return expiresAtMs - msOf(alert.sentAt) <= SHORT_LIVED_MS ? 0 : Number.POSITIVE_INFINITY
}

/** Is the time of this alert over? */
export function hasExpired(alert: Alert, held: HeldAlerts, clock: Clock): boolean {
  return remainingMs(alert, held, clock) <= 0
}

/** Is this alert meant for this display? One that is not paired yet listens to what is for all. */
export function concerns(alert: Alert, displayId: Id | null): boolean {
  switch (alert.target.kind) {
    case 'all':
      return true
    case 'displays':
      return displayId !== null && alert.target.displayIds.includes(displayId)
  }
}

/** Does this alert take the whole glass of this display now? */
export function takesOver(alert: Alert, held: HeldAlerts, clock: Clock, displayId: Id | null): boolean {
  switch (alert.phase) {
    case 'inForce':
      return alert.presentation.mode === 'fullScreen' && concerns(alert, displayId) && !hasExpired(alert, held, clock)
    case 'cleared':
    case 'cancelled':
      return false
  }
}

/** Is this alert to tell this display that it is over? Until its `expiresAt`; without one nothing would ever end it. */
export function tellsItsEnd(alert: Alert, held: HeldAlerts, clock: Clock, displayId: Id | null): boolean {
  switch (alert.phase) {
    case 'inForce':
      return false
    case 'cleared':
    case 'cancelled':
      return alert.expiresAt !== null && concerns(alert, displayId) && !hasExpired(alert, held, clock)
  }
}

/** Earthquake early warning, or staff who call to take cover from one: seconds count, nothing goes before it. */
export function isEarlyWarning(alert: Alert): boolean {
  return alert.hazard === 'earthquake-early-warning' || (alert.hazard === 'earthquake' && alert.urgency === 'Immediate')
}

/** Most pressing first: in force, EEW, level, severity, newest, id. Returns a new array. */
export function precedence(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted(
    (a, b) =>
      Number(b.phase === 'inForce') - Number(a.phase === 'inForce') ||
      Number(isEarlyWarning(b)) - Number(isEarlyWarning(a)) ||
      (b.level ?? 0) - (a.level ?? 0) ||
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
      msOf(b.sentAt) - msOf(a.sentAt) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/** The alerts held for a channel. A state of the other channel in its place is not read: a drill must not look real. */
export function heldOn(channel: Channel, held: HeldAlerts | null): HeldAlert[] {
  if (held === null || held.state.channel !== channel) return []
  return held.state.alerts.map((alert) => ({ channel, alert, held }))
}
