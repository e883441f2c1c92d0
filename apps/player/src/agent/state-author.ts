import type { PlayerState } from '@akari/protocol'
import type { DeviceClock } from './clock/device-clock.ts'

export type StateParts = Omit<PlayerState, 'revision' | 'bootId'>
/** `now` goes to the glass at once (emergencies); `soon` may be put together with what else changes. */
export type Urgency = 'now' | 'soon'

/** The only place that makes PlayerStates. */
export type StateAuthor = {
  state: () => PlayerState
  update: (changes: Partial<StateParts>, urgency?: Urgency) => void
  /** Called after every change; returns how to stop. */
  subscribe: (listener: (urgency: Urgency, changed: Partial<StateParts>) => void) => () => void
}

/**
 * The revision is at least the milliseconds since the machine started, so that it goes on rising when the agent
 * restarts within one boot and a screen that stayed open never takes the new agent's states for old ones.
 */
export function stateAuthor(clock: DeviceClock, initial: StateParts): StateAuthor {
  const listeners = new Set<(urgency: Urgency, changed: Partial<StateParts>) => void>()
  const nextRevision = (last: number) => Math.max(last + 1, Math.floor(clock.monotonicMs()))
  let state: PlayerState = { ...initial, revision: nextRevision(0), bootId: clock.bootId }
  return {
    state: () => state,
    update: (changes, urgency = 'soon') => {
      state = { ...state, ...changes, revision: nextRevision(state.revision) }
      for (const listener of listeners) listener(urgency, changes)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
