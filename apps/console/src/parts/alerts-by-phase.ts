import type { Alert, ChannelDesk } from '@akari/protocol'

/** Alerts that are in force, those signed ahead that follow them, and those that still tell that they are over. */
type Phases = { inForce: readonly Alert[]; coming: readonly Alert[]; over: readonly Alert[] }

export function alertsByPhase({ alerts }: Pick<ChannelDesk, 'alerts'>, nowMs: number): Phases {
  const { inForce = [], coming = [], over = [] } = Object.groupBy(alerts, (alert) => phaseAt(alert, nowMs))
  return { inForce, coming, over }
}

function phaseAt({ phase, effectiveAt }: Alert, nowMs: number): keyof Phases {
  if (phase !== 'inForce') return 'over'
  return effectiveAt != null && Date.parse(effectiveAt) > nowMs ? 'coming' : 'inForce'
}
