import type { Language, PhraseGroup, PhraseKey, Texts } from '@akari/protocol'

export type BookEntry = { key: PhraseKey; group: PhraseGroup; texts: Texts }

/** The emergency texts of this release, as the review needs them; packages/alerts has them. */
export type PhraseBook = {
  entries: () => readonly BookEntry[]
  /** Other texts, other fingerprint. */
  fingerprint: (language: Language) => string
  /** Languages that need nobody's confirmation. */
  always: readonly Language[]
}
