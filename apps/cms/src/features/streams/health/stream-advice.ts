import type { StreamHealth } from '@akari/protocol'
import type { Sentence } from '../../../sentence.ts'
import texts from './stream-advice.texts.json' with { type: 'json' }

/** What to do about a stream as it is, for staff; null where nothing is to be done, or nobody can tell what. */
export function streamAdvice({ state, fault }: Pick<StreamHealth, 'state' | 'fault'>): Sentence | null {
  if (fault !== null) return texts.fault[fault]
  return state === 'gone' || state === 'unreachable' ? texts.state[state] : null
}
