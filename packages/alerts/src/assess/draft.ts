import type { Alert, Instant, Texts } from '@akari/protocol'
import { type AlertPhrase, alertWords, textsOf } from '../phrase-book.ts'
import { type Grade, type Gravity, gradeOf, presentationOf } from './presentation.ts'
import type { Raise, Reason, VerdictChannel, Word } from './verdict.ts'

export type Draft = Gravity & {
  channel: VerdictChannel
  word: Word
  /** The telegram's code, e.g. `VPWW55`. */
  code: string
  phrase: AlertPhrase
  /** What the phrase says for `{intensity}`. */
  spoken?: Texts | null
  area: Texts
  expiresAt: Instant | null
  longestMs?: number
  certainty?: Alert['certainty']
  reason: Reason
}

/** The verdict that raises an alert of the weather service. */
export function raised(draft: Draft): Raise {
  const { channel, word, hazard, level, class: kind, intensity, reason } = draft
  const told = { channel, hazard, level, class: kind, intensity, reason }
  return { effect: 'raise', alert: alertOf(draft), longestMs: draft.longestMs ?? null, ...told, ...word }
}

function alertOf(draft: Draft): Alert {
  const { word, hazard, level, class: kind, intensity } = draft
  return {
    id: word.slot,
    source: { kind: 'jma', name: textsOf((phrases) => phrases.sources.jma), reference: draft.code },
    category: categoryOf(hazard),
    ...PRESSING[hazard === 'earthquake-early-warning' ? 4 : gradeOf(draft)],
    certainty: draft.certainty ?? 'Likely',
    hazard,
    level,
    class: kind,
    intensity,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: presentationOf(draft),
    words: alertWords(draft.phrase, draft.area, draft.spoken ?? null),
    sentAt: word.sentAt,
    expiresAt: draft.expiresAt,
  }
}

/** CAP 1.2 urgency and severity of each grade. */
const PRESSING: Record<Grade, Pick<Alert, 'urgency' | 'severity'>> = {
  5: { urgency: 'Immediate', severity: 'Extreme' },
  4: { urgency: 'Immediate', severity: 'Severe' },
  3: { urgency: 'Expected', severity: 'Moderate' },
  2: { urgency: 'Future', severity: 'Minor' },
  1: { urgency: 'Future', severity: 'Minor' },
}

const GEOLOGICAL: readonly Alert['hazard'][] = [
  'earthquake-early-warning',
  'earthquake',
  'tsunami',
  'volcano',
  'nankai-trough',
]

function categoryOf(hazard: Alert['hazard']): Alert['category'] {
  if (GEOLOGICAL.includes(hazard)) return 'Geo'
  return hazard === 'heat' ? 'Health' : 'Met'
}
