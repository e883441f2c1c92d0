import {
  type Alert,
  type Channel,
  type Clock,
  type HeldAlerts,
  type Id,
  type Presentation,
  PRESENTATION_MODES,
  type Stage,
} from '@akari/protocol'
import { changesInMs, hasExpired, isEffective, stageOf } from './alert-time.ts'
import { concerns, type HeldAlert, heldOn, isInForce, modeOf, precedence, takesOver, tellsItsEnd } from './emergency.ts'
import type { Reason } from './reasons.ts'

export type HeldChannels = { live: HeldAlerts | null; drill: HeldAlerts | null }

/**
 * What takes the whole glass: alerts of one channel and one phase, the most pressing first. `stage` is that of the first;
 * the last one, S5, is the phase `ended`.
 */
export type Takeover = { channel: Channel; phase: 'inForce' | 'ended'; stage: Stage; alerts: Alert[] }

/** What lies beside whatever is shown: a band, a line, or an entry of the list of what is announced. */
export type Overlay = { kind: Exclude<Presentation['mode'], 'fullScreen'>; channel: Channel; alert: Alert }

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
  const liveOverlays = overlaysOf(live, clock, displayId)
  const overlays =
    takeover?.channel === 'live' ? liveOverlays : [...liveOverlays, ...overlaysOf(drill, clock, displayId)]
  const all = [...live, ...drill]
  const reasons: Reason[] = all.flatMap((held) => whyNotShown(held, takeover, overlays, clock, displayId))
  if (takeover !== null) {
    const { channel, phase, alerts } = takeover
    reasons.unshift({ code: 'alerts-take-over', channel, phase, alertIds: alerts.map((alert) => alert.id) })
  }
  const holdsForMs = Math.min(
    Number.POSITIVE_INFINITY,
    ...all.map(({ alert, held }) => changesInMs(alert, held, clock)),
  )
  return { takeover, overlays, reasons, holdsForMs }
}

function takeoverOf(onChannel: readonly HeldAlert[], clock: Clock, displayId: Id | null): Takeover | null {
  const inForce = onChannel.filter(({ alert, held }) => takesOver(alert, held, clock, displayId))
  if (inForce.length > 0) return takeoverBy(inForce, 'inForce', clock)
  const ended = onChannel.filter(
    ({ alert, held }) => modeOf(alert, held, clock) === 'fullScreen' && tellsItsEnd(alert, held, clock, displayId),
  )
  return takeoverBy(ended, 'ended', clock)
}

function takeoverBy(taking: readonly HeldAlert[], phase: Takeover['phase'], clock: Clock): Takeover | null {
  const alerts = precedence(taking.map(({ alert }) => alert))
  const first = taking.find(({ alert }) => alert === alerts[0])
  if (first === undefined) return null
  return { channel: first.channel, phase, stage: stageOf(first.alert, first.held, clock), alerts }
}

/** The smaller modes of one channel, the larger first, in each the most pressing first. */
function overlaysOf(onChannel: readonly HeldAlert[], clock: Clock, displayId: Id | null): Overlay[] {
  return PRESENTATION_MODES.flatMap((kind) => {
    if (kind === 'fullScreen') return []
    const shown = onChannel.filter(
      ({ alert, held }) =>
        modeOf(alert, held, clock) === kind &&
        (isInForce(alert, held, clock, displayId) || tellsItsEnd(alert, held, clock, displayId)),
    )
    const channel = shown[0]?.channel
    if (channel === undefined) return []
    return precedence(shown.map(({ alert }) => alert)).map((alert): Overlay => ({ kind, channel, alert }))
  })
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
  if (!isEffective(alert, held, clock)) return [{ ...notShown, because: 'not-yet' }]
  return [{ ...notShown, because: alert.phase === 'inForce' || takeover !== null ? 'behind-another' : 'expired' }]
}
