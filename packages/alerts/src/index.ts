export { readTelegram } from './read-telegram.ts'
export type { Envelope, InfoType, JmaTelegram, ReadResult, Telegram, TelegramStatus } from './telegram.ts'
export type { FaultCode } from './telegram-fault.ts'
export { KOGANEI, type Place } from './place.ts'
export { assess } from './assess/assess.ts'
export { gravestOf, judged } from './assess/line.ts'
export type { Inflate } from './dmdata/inflate.ts'
export { type Reading, readSource, type SourceResult, verdictsOf } from './read-source.ts'
export type { Hold, Nothing, Over, Raise, Reason, Told, Verdict, VerdictChannel, Word } from './assess/verdict.ts'
export { emptyBook } from './book/slots.ts'
export { applyVerdicts } from './book/apply-verdicts.ts'
export { applyTelegram } from './book/apply-telegram.ts'
export { applyOperator, correctAlert, endAlert, keepAlert } from './book/desk.ts'
export { alertsOf, expire } from './book/read-book.ts'
export type { Applied, BookChange, ChangeReason } from './book/change.ts'
export { ALERT_TEMPLATES } from './templates.ts'
export { bookWords, correctedWords } from './phrase-book.ts'
export { evacuationAlert } from './desk/evacuation.ts'
export { lintWords } from './desk/lint-words.ts'
export { type DeskKnowledge, composeMessage } from './desk/compose.ts'
export { shippedTowns } from './desk/towns.ts'
export {
  ALWAYS_CONFIRMED,
  bookFingerprint,
  inLanguages,
  type PhraseEntry,
  phraseEntries,
  reviewState,
} from './phrase-review.ts'
export { DEFAULT_POLICY } from './policy/default-policy.ts'

export { type Groups, lintPolicy } from './policy/lint-policy.ts'
export { type PolicyInUse, type Resolved, resolvePolicy } from './policy/resolve.ts'
