import type { Alert, Channel, Clock, HeldAlerts, Id } from '@akari/protocol'
import {
  concerns,
  hasExpired,
  type HeldAlert,
  heldOn,
  precedence,
  remainingMs,
  takesOver,
  tellsItsEnd,
} from './emergency.ts'
import type { Reason } from './reasons.ts'

export type HeldChannels = { live: HeldAlerts | null; drill: HeldAlerts | null }

/** What takes the whole glass: alerts of one channel and one phase, the most pressing first. */
export type Takeover = { channel: Channel; phase: 'inForce' | 'ended'; alerts: Alert[] }

/** A strip over whatever is shown. */
export type Overlay = { kind: 'banner'; channel: Channel; alert: Alert }

/** What the alerts demand of one display; nothing of it changes for `holdsForMs` (Infinity: only with the alerts). */
export type Demand = { takeover: Takeover | null; overlays: Overlay[]; reasons: Reason[]; holdsForMs: number }

/**
 * What the alerts demand: live goes before drill, and on each channel what is in force before what tells its end. While a
 * live alert has the glass nothing of a drill is on it, not even a banner.
 */
export function demandOf(channels: HeldChannels, clock: Clock, displayId: Id | null): Demand {
  const live = heldOn('live', channels.live)
  const drill = heldOn('drill', channels.drill)
  const takeover = takeoverOf(live, clock, displayId) ?? takeoverOf(drill, clock, displayId)
  const liveBanners = bannersOf(live, clock, displayId)
  const overlays = takeover?.channel === 'live' ? liveBanners : [...liveBanners, ...bannersOf(drill, clock, displayId)]
  const all = [...live, ...drill]
  const reasons: Reason[] = all.flatMap((held) => whyNotShown(held, takeover, overlays, clock, displayId))
  if (takeover !== null) {
    const { channel, phase, alerts } = takeover
    reasons.unshift({ code: 'alerts-take-over', channel, phase, alertIds: alerts.map((alert) => alert.id) })
  }
  return { takeover, overlays, reasons, holdsForMs: firstExpiryInMs(all, clock) }
}

function takeoverOf(onChannel: readonly HeldAlert[], clock: Clock, displayId: Id | null): Takeover | null {
  const channel = onChannel[0]?.channel
  if (channel === undefined) return null
  const inForce = onChannel.filter(({ alert, held }) => takesOver(alert, held, clock, displayId))
  if (inForce.length > 0) return { channel, phase: 'inForce', alerts: precedence(inForce.map(({ alert }) => alert)) }
  const ended = onChannel.filter(
    ({ alert, held }) => alert.presentation.mode === 'fullScreen' && tellsItsEnd(alert, held, clock, displayId),
  )
  return ended.length > 0 ? { channel, phase: 'ended', alerts: precedence(ended.map(({ alert }) => alert)) } : null
}

function bannersOf(onChannel: readonly HeldAlert[], clock: Clock, displayId: Id | null): Overlay[] {
  const channel = onChannel[0]?.channel
  if (channel === undefined) return []
  const shown = onChannel.filter(({ alert, held }) => isBannerNow(alert, held, clock, displayId))
  return precedence(shown.map(({ alert }) => alert)).map((alert) => ({ kind: 'banner', channel, alert }))
}

function isBannerNow(alert: Alert, held: HeldAlerts, clock: Clock, displayId: Id | null): boolean {
  if (alert.presentation.mode !== 'banner') return false
  if (alert.phase !== 'inForce') return tellsItsEnd(alert, held, clock, displayId)
  return concerns(alert, displayId) && !hasExpired(alert, held, clock)
}

function whyNotShown(
  { channel, alert, held }: HeldAlert,
  takeover: Takeover | null,
  overlays: readonly Overlay[],
  clock: Clock,
  displayId: Id | null,
): Reason[] {
  const taking = takeover?.channel === channel && takeover.alerts.includes(alert)
  if (taking || overlays.some((overlay) => overlay.alert === alert)) return []
  const notShown = { code: 'alert-not-shown', channel, alertId: alert.id } as const
  if (!concerns(alert, displayId)) return [{ ...notShown, because: 'other-display' }]
  if (hasExpired(alert, held, clock)) return [{ ...notShown, because: 'expired' }]
  return [{ ...notShown, because: alert.phase === 'inForce' || takeover !== null ? 'behind-another' : 'expired' }]
}

function firstExpiryInMs(alerts: readonly HeldAlert[], clock: Clock): number {
  const left = alerts.map(({ alert, held }) => remainingMs(alert, held, clock)).filter((ms) => ms > 0)
  return left.reduce((least, ms) => Math.min(least, Math.ceil(ms)), Number.POSITIVE_INFINITY)
}
