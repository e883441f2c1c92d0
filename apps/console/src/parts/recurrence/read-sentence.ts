import type { Plan } from './plan.ts'
import { type Reading, readWords, type Unread } from './read-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A sentence that is no plan as it stands, and why. */
export type UnreadSentence = { sentence: string; why: Unread }

/** Reads what was typed in either language; why it cannot be read is told in the own one. */
export function readSentence(
  sentence: string,
  { own, other }: { own: Vocabulary; other: Vocabulary },
  reading: Omit<Reading, 'words'>,
): { plan: Plan } | { unread: UnreadSentence } {
  const inOwn = readWords(sentence, { ...reading, words: own })
  if (inOwn.ok) return { plan: inOwn.plan }
  const inOther = readWords(sentence, { ...reading, words: other })
  if (inOther.ok) return { plan: inOther.plan }
  const { ok: _not, ...why } = inOwn
  return { unread: { sentence, why } }
}
