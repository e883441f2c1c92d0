import type { Instant, SittingInput, SittingStanding, SittingStep } from '@akari/protocol'
import { isDeepStrictEqual } from 'node:util'

/** As every sitting begins. */
export const NOT_YET_OPEN: SittingStanding = {
  phase: 'planned',
  resumesAt: null,
  itemId: null,
  speakerId: null,
  openedAt: null,
  adjournedAt: null,
  byHand: false,
}

export type ForwardStep = Exclude<SittingStep, { kind: 'undo' }>

/** Where a step leads; `already`: there it stands as it is, `impossible`: not from where it stands, `unknown`: names what the plan has not. */
export function stepped(
  before: SittingStanding,
  step: ForwardStep,
  plan: Pick<SittingInput, 'agenda' | 'speakers'>,
  at: Instant,
): SittingStanding | 'already' | 'impossible' | 'unknown' {
  const after = led(before, step, plan, at)
  return typeof after === 'object' && isDeepStrictEqual(after, before) ? 'already' : after
}

function led(
  before: SittingStanding,
  step: ForwardStep,
  { agenda, speakers }: Pick<SittingInput, 'agenda' | 'speakers'>,
  at: Instant,
): SittingStanding | 'already' | 'impossible' | 'unknown' {
  const { phase } = before
  switch (step.kind) {
    case 'open':
      if (phase !== 'planned') return phase === 'inSession' ? 'already' : 'impossible'
      return { ...before, phase: 'inSession', openedAt: at }
    case 'recess':
      if (phase !== 'inSession' && phase !== 'recess') return 'impossible'
      // Nobody speaks in a recess; what was discussed goes on after it.
      return { ...before, phase: 'recess', resumesAt: step.resumesAt, speakerId: null }
    case 'resume':
      if (phase !== 'recess') return phase === 'inSession' ? 'already' : 'impossible'
      return { ...before, phase: 'inSession', resumesAt: null }
    case 'adjourn':
      if (phase === 'adjourned') return 'already'
      if (phase === 'planned') return 'impossible'
      return { ...before, phase: 'adjourned', resumesAt: null, itemId: null, speakerId: null, adjournedAt: at }
    case 'item': {
      if (phase === 'adjourned') return 'impossible'
      if (step.itemId !== null && !agenda.some(({ id }) => id === step.itemId)) return 'unknown'
      // A name under what somebody else speaks about is worse than none.
      return { ...before, itemId: step.itemId, speakerId: step.itemId === before.itemId ? before.speakerId : null }
    }
    case 'speaker':
      if (phase === 'adjourned' || phase === 'recess') return 'impossible'
      if (step.speakerId !== null && !speakers.some(({ id }) => id === step.speakerId)) return 'unknown'
      return { ...before, speakerId: step.speakerId }
  }
}

/** Goes back to where it stood before; who takes an opening or a closing back will say himself when it is time. */
export function undone(from: SittingStanding, to: SittingStanding): SittingStanding {
  return { ...to, byHand: from.byHand || to.byHand || from.phase !== to.phase }
}
