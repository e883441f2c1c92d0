import type { Alert, Channel, Clock, HeldAlerts, Id, Presentation } from '@akari/protocol'
import { hasExpired, isEffective, msUntil } from './alert-time.ts'
import { msOf } from './time.ts'

const SEVERITIES: readonly Alert['severity'][] = ['Unknown', 'Minor', 'Moderate', 'Severe', 'Extreme']

/** An alert with the state it came in and the channel it came on. */
export type HeldAlert = { channel: Channel; alert: Alert; held: HeldAlerts }

/** Is this alert meant for this display? One that is not paired yet listens to what is for all. */
export function concerns(alert: Alert, displayId: Id | null): boolean {
  switch (alert.target.kind) {
    case 'all':
      return true
    case 'displays':
      return displayId !== null && alert.target.displayIds.includes(displayId)
  }
}

/** How large it stands now: a full screen whose time is up is a banner; the end of one is told on the full screen again. */
export function modeOf(alert: Alert, held: HeldAlerts, clock: Clock): Presentation['mode'] {
  const { mode } = alert.presentation
  const until = alert.handling?.fullScreenUntil ?? null
  if (mode !== 'fullScreen' || alert.phase !== 'inForce' || until === null) return mode
  return msUntil(until, held, clock) <= 0 ? 'banner' : mode
}

/** Is this alert in force on this display now, in whatever mode? */
export function isInForce(alert: Alert, held: HeldAlerts, clock: Clock, displayId: Id | null): boolean {
  return (
    alert.phase === 'inForce' &&
    concerns(alert, displayId) &&
    isEffective(alert, held, clock) &&
    !hasExpired(alert, held, clock)
  )
}

/** Does this alert take the whole glass of this display now? */
export function takesOver(alert: Alert, held: HeldAlerts, clock: Clock, displayId: Id | null): boolean {
  return isInForce(alert, held, clock, displayId) && modeOf(alert, held, clock) === 'fullScreen'
}

/** Is this alert to tell this display that it is over? Until its `expiresAt`; without one nothing would ever end it. */
export function tellsItsEnd(alert: Alert, held: HeldAlerts, clock: Clock, displayId: Id | null): boolean {
  switch (alert.phase) {
    case 'inForce':
      return false
    case 'cleared':
    case 'cancelled':
      return (
        alert.expiresAt !== null &&
        concerns(alert, displayId) &&
        isEffective(alert, held, clock) &&
        !hasExpired(alert, held, clock)
      )
  }
}

/**
 * Earthquake early warning, or staff who call to take cover from one: seconds count, nothing goes before it. The news of
 * what was felt is none: a level 5 that comes then goes before it.
 */
export function isMatterOfSeconds({ hazard, source, urgency }: Alert): boolean {
  const callsToTakeCover = hazard === 'earthquake' && source.kind === 'operator' && urgency === 'Immediate'
  return hazard === 'earthquake-early-warning' || callsToTakeCover
}

/** Most pressing first: in force, EEW, level, severity, newest, id. Returns a new array. */
export function precedence(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted(
    (a, b) =>
      Number(b.phase === 'inForce') - Number(a.phase === 'inForce') ||
      Number(isMatterOfSeconds(b)) - Number(isMatterOfSeconds(a)) ||
      gravity(b) - gravity(a) ||
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
      msOf(b.sentAt) - msOf(a.sentAt) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/**
 * 警戒レベル, or for a hazard that has none (震度, 津波, 暴風 and the desk's own) the level that its severity comes to
 * (Extreme 5, Severe 4, …): a great earthquake does not stand behind an advisory for rain.
 */
function gravity(alert: Alert): number {
  return alert.level ?? SEVERITIES.indexOf(alert.severity) + 1
}

/** The alerts held for a channel. A state of the other channel in its place is not read: a drill must not look real. */
export function heldOn(channel: Channel, held: HeldAlerts | null): HeldAlert[] {
  if (held === null || held.state.channel !== channel) return []
  return held.state.alerts.map((alert) => ({ channel, alert, held }))
}
