import type { Instant } from '@akari/protocol'
import type { CouncilWord } from './council-words.ts'
import type { SittingNow } from './sitting-now.ts'

/** What is told in words alone. */
export type SlateNow = Exclude<SittingNow, { show: 'session' }>

/** A word that a slate says; `at` fills its gap. */
export interface SlateWord {
  word: CouncilWord
  at?: Instant
}

/** What a slate says: the state of the sitting, and how it goes on. */
export function slateWords(now: SlateNow): readonly [SlateWord, ...SlateWord[]] {
  switch (now.show) {
    case 'countdown':
      return [{ word: 'untilOpening' }, { word: 'opensAt', at: now.startsAt }]
    case 'soon':
      return [{ word: 'openingSoon' }]
    case 'recess':
      if (now.resumesAt === null) return [{ word: 'recess' }, { word: 'resumesUnknown' }]
      return [{ word: 'recess' }, now.isSoon ? { word: 'resumesSoon' } : { word: 'resumesAt', at: now.resumesAt }]
    case 'adjourned':
      // That there is a recording stands with its code.
      if (now.recordingUrl !== null) return [{ word: 'adjourned' }]
      return [{ word: 'adjourned' }, { word: now.isAtKiosks ? 'recordingAtKiosks' : 'adjournedMore' }]
  }
}
