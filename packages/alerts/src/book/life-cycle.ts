import type { Alert, Instant } from '@akari/protocol'
import { gradeOf } from '../assess/presentation.ts'
import { hasExpired } from './phase.ts'

/** What a slot holds: nothing (any more), an alert in force, or the notice that it is over or was wrong. */
export type SlotState = 'empty' | 'inForce' | 'notice'
/** What is said of it. `supersede`: over without a notice, for another alert takes its place. */
export type SlotEvent = 'raise' | 'clear' | 'cancel' | 'supersede' | 'expire'
/** What that does. `remember`: nothing to see, but an older word comes too late from now on. */
export type Transition =
  | 'raise'
  | 'replace'
  | 'downgrade'
  | 'clear'
  | 'cancel'
  | 'supersede'
  | 'expire'
  | 'forget-notice'
  | 'remember'

type Step = { to: SlotState; transition: Transition }

/** Every state meets every event. A `replace` by something less grave is told as a `downgrade`. */
const MACHINE: Record<SlotState, Record<SlotEvent, Step>> = {
  empty: {
    raise: { to: 'inForce', transition: 'raise' },
    clear: { to: 'empty', transition: 'remember' },
    cancel: { to: 'empty', transition: 'remember' },
    supersede: { to: 'empty', transition: 'remember' },
    expire: { to: 'empty', transition: 'remember' },
  },
  inForce: {
    raise: { to: 'inForce', transition: 'replace' },
    clear: { to: 'notice', transition: 'clear' },
    cancel: { to: 'notice', transition: 'cancel' },
    supersede: { to: 'empty', transition: 'supersede' },
    expire: { to: 'empty', transition: 'expire' },
  },
  // What is over stays over, and its notice stays for its time, whatever else is said of the end.
  notice: {
    raise: { to: 'inForce', transition: 'raise' },
    clear: { to: 'notice', transition: 'remember' },
    cancel: { to: 'notice', transition: 'remember' },
    supersede: { to: 'notice', transition: 'remember' },
    expire: { to: 'empty', transition: 'forget-notice' },
  },
}

export function stateOf(held: Alert | null, now: Instant): SlotState {
  if (held === null) return 'empty'
  if (held.phase !== 'inForce') return 'notice'
  return hasExpired(held, now) ? 'empty' : 'inForce'
}

export function step(state: SlotState, event: SlotEvent): Step {
  return MACHINE[state][event]
}

/** How raising `next` over what is held is told. */
export function raising(held: Alert | null, next: Alert, now: Instant): Transition {
  const { transition } = step(stateOf(held, now), 'raise')
  return transition === 'replace' && held !== null && gradeOf(next) < gradeOf(held) ? 'downgrade' : transition
}
