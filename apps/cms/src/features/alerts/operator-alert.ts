import type { Alert, Approval, Channel, Texts } from '@akari/protocol'

/** Who ends an alert of the desk on live: a person, who is reminded of it, or, for what no person raised, the clock. */
export type EndsBy = 'person' | 'clock'

/** What the desk chose of an alert: what it says and shows. */
export type Look = Pick<Alert, 'hazard' | 'level' | 'presentation' | 'words'> &
  Partial<Pick<Alert, 'shelters' | 'opensNetwork'>>

type Press = {
  id: string
  channel: Channel
  target: Alert['target']
  minutes: number | null
  endsBy: EndsBy
  /** Who speaks on the glass, and who pressed. */
  issuer: Texts
  by: string
  at: Date
  approval: Approval | null
}

/** An alert of the desk. A human's end time on live is a reminder (only a person clears it); drills end by themselves. */
export function operatorAlert(look: Look, press: Press): Alert {
  return {
    id: press.id,
    source: { kind: 'operator', name: press.issuer, reference: press.by },
    category: look.hazard === 'earthquake' ? 'Geo' : 'Safety',
    urgency: 'Immediate',
    severity: look.level === 5 ? 'Extreme' : 'Severe',
    certainty: 'Observed',
    class: null,
    intensity: null,
    phase: 'inForce',
    target: press.target,
    ...look,
    sentAt: press.at.toISOString(),
    ...endOf(press),
    approval: press.approval,
  }
}

function endOf({ channel, endsBy, minutes, at }: Press): Pick<Alert, 'expiresAt' | 'remindAt'> {
  const moment = minutes === null ? null : minutesAfter(at, minutes)
  const isReminder = channel === 'live' && endsBy === 'person'
  return isReminder ? { expiresAt: null, remindAt: moment } : { expiresAt: moment, remindAt: null }
}

export function minutesAfter(at: Date, minutes: number): string {
  return new Date(at.getTime() + minutes * 60_000).toISOString()
}
