import type { LocalDate } from '@akari/protocol'
import type { Plan } from './plan.ts'
import { gathered } from './gathered.ts'
import { planFrom } from './plan-from.ts'
import { readTokens } from './read-tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Reading = {
  words: Vocabulary
  dayparts: readonly { id: string; name: string }[]
  today: LocalDate
  /** What the sentence leaves open stays as it is here: the start, and the times where none are named. */
  base: Plan
}

/** Why a sentence is no plan. `unknown` begins with a word nobody knows; `impossible` names a date or time there is not. */
export type Unread =
  | { problem: 'empty' }
  | { problem: 'unknown'; text: string }
  | { problem: 'impossible'; text: string }

/** Reads a sentence such as «毎月第2火曜 9:00–12:00、祝日を除く». */
export function readWords(sentence: string, reading: Reading): { ok: true; plan: Plan } | ({ ok: false } & Unread) {
  const read = readTokens(sentence, reading.words, reading.dayparts)
  if (!read.ok) return { ok: false, problem: 'unknown', text: read.unknown }
  if (read.tokens.length === 0) return { ok: false, problem: 'empty' }
  const found = gathered(read.tokens)
  if ('left' in found) return { ok: false, problem: 'impossible', text: found.left }
  const plan = planFrom(found, reading.base, reading.today)
  return plan === null ? { ok: false, problem: 'impossible', text: sentence } : { ok: true, plan }
}
