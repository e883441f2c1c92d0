import type { Alert, DisplayView, DrillDraft, DrillTarget, Id, RaiseAlert } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'

/** Where a state of the drill channel stands, and when it was made. */
export type Sent = { epoch: number; revision: number; issuedAt: string }

/** What the desk does for a drill: the very functions behind its buttons, on the drill channel alone. */
export type DrillDesk = {
  /** What a press would make at a moment; null for a template that does not exist. */
  rehearse: (actor: Actor, input: RaiseAlert, at: Date) => Alert | null
  raise: (actor: Actor, input: RaiseAlert) => Promise<Sent>
  /** What a telegram of the sample, made 訓練, would raise at a moment; null when it raises nothing here. */
  telegramAlert: (telegram: string, at: Date) => Alert | null
  raiseAlert: (actor: Actor, alert: Alert, cause: string) => Promise<Sent>
  /** Null when it was over already. */
  end: (actor: Actor, alertId: Id, as: 'cleared' | 'cancelled') => Promise<Sent | null>
}

type StepOf = { draft: DrillDraft; step: number; alertId: Id; target: Alert['target']; endsAt: Date }

/** Displays that a drill is for: paired ones, never the hidden canary. */
export function meantBy(target: DrillTarget, displays: readonly DisplayView[]): DisplayView[] {
  const shown = displays.filter(({ status, canary }) => status !== 'unpaired' && canary !== true)
  switch (target.kind) {
    case 'all':
      return shown
    case 'groups':
      return shown.filter((display) => display.groups.some((group) => target.groups.includes(group)))
    case 'displays':
      return shown.filter((display) => target.displayIds.includes(display.id))
  }
}

/** The same for the alert. Groups are looked up once, when the drill begins. */
export function alertTarget(target: DrillTarget, meant: readonly { displayId: Id }[]): Alert['target'] {
  return target.kind === 'all'
    ? { kind: 'all' }
    : { kind: 'displays', displayIds: meant.map(({ displayId }) => displayId) }
}

/** The id of the alert of a step: the same whichever server begins it, so that it is raised once. */
export function stepAlertId(runId: Id, step: number): Id {
  return `operator:${requestId(runId, step)}`
}

function requestId(runId: Id, step: number): Id {
  return `drill-${runId}-${step + 1}`
}

/** The press at the desk that a step with a template stands for; it ends with the drill even if no server is there. */
function pressOf(templateId: Id, { alertId, target, endsAt }: StepOf, at: Date): RaiseAlert {
  const minutes = Math.max(1, Math.ceil((endsAt.getTime() - at.getTime()) / 60_000))
  return { channel: 'drill', templateId, target, minutes, requestId: alertId.replace('operator:', '') }
}

/** The alert that a step makes at a moment; null for what does not exist. */
export function alertOfStep(desk: DrillDesk, actor: Actor, of: StepOf, at: Date): Alert | null {
  const matter = of.draft.steps[of.step]?.matter
  switch (matter?.kind) {
    case undefined:
      return null
    case 'template':
      return desk.rehearse(actor, pressOf(matter.templateId, of, at), at)
    case 'telegram': {
      const alert = desk.telegramAlert(matter.telegram, at)
      if (alert === null) return null
      const ownEndMs = alert.expiresAt === null ? Infinity : Date.parse(alert.expiresAt)
      const expiresAt = new Date(Math.min(ownEndMs, of.endsAt.getTime())).toISOString()
      // The policy sends what authorities issue to groups of its own; staff who chose displays for a drill mean those.
      const kind = of.target.kind === 'displays' ? ('operator' as const) : alert.source.kind
      const source = { ...alert.source, kind }
      return { ...alert, id: of.alertId, source, target: of.target, sentAt: at.toISOString(), expiresAt }
    }
  }
}

/** Sends what a step shows. Null for what does not exist (any more). */
export async function beginStep(
  desk: DrillDesk,
  actor: Actor,
  of: StepOf,
  at: Date,
): Promise<{ alert: Alert; sent: Sent } | null> {
  const alert = alertOfStep(desk, actor, of, at)
  const matter = of.draft.steps[of.step]?.matter
  if (alert === null || matter === undefined) return null
  const sent =
    matter.kind === 'template'
      ? await desk.raise(actor, pressOf(matter.templateId, of, at))
      : await desk.raiseAlert(actor, alert, `drill telegram ${matter.telegram}`)
  return { alert, sent }
}
