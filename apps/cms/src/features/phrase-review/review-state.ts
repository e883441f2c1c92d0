import {
  Language,
  type LanguageReview,
  type LanguageState,
  type PhraseInReview,
  type PhraseReport,
  type Texts,
} from '@akari/protocol'
import type { BookEntry, PhraseBook } from './phrase-book.ts'
import type { ConfirmedTexts, Standing, StoredConfirmation } from './phrase-review.store.ts'

/** The languages that may stand in live alerts: those that need no confirmation, and those confirmed as they are now. */
export function allowedLanguages(book: PhraseBook, standings: ReadonlyMap<Language, Standing>): ReadonlySet<Language> {
  const confirmed = [...standings]
    .filter(([language, { newest, holding }]) => holding === 0 && isCurrent(book, language, newest))
    .map(([language]) => language)
  return new Set([...book.always, ...confirmed])
}

function isCurrent(book: PhraseBook, language: Language, newest: Standing['newest']): boolean {
  return newest !== null && !newest.withdrawn && newest.fingerprint === book.fingerprint(language)
}

/** Where a language stands, given its newest confirmation and its open reports. */
export function stateOf(
  book: PhraseBook,
  language: Language,
  newest: StoredConfirmation | null,
  holding: number,
): LanguageState {
  if (book.always.includes(language)) return { is: 'always' }
  if (newest === null) return { is: 'waiting', withdrawn: null }
  const { fingerprint, texts: _texts, ...confirmation } = newest
  if (confirmation.withdrawn !== null) return { is: 'waiting', withdrawn: confirmation }
  if (fingerprint !== book.fingerprint(language)) return { is: 'changed', confirmation }
  return holding > 0 ? { is: 'held', confirmation } : { is: 'confirmed', confirmation }
}

/** Each phrase beside what was confirmed of it. */
export function phrasesInReview(
  book: PhraseBook,
  language: Language,
  newest: StoredConfirmation | null,
): PhraseInReview[] {
  const always = book.always.includes(language)
  const confirmed = newest === null || newest.withdrawn !== null ? null : newest.texts
  return book.entries().map((entry) => {
    const text = entry.texts[language]
    const status = always && text !== undefined ? 'confirmed' : statusOf(entry, text, confirmed)
    const before = status === 'changed' ? (confirmed?.[entry.key] ?? null) : null
    return { ...entry, status, before }
  })
}

function statusOf(
  { key }: BookEntry,
  text: string | undefined,
  confirmed: ConfirmedTexts | null,
): PhraseInReview['status'] {
  if (text === undefined) return 'missing'
  if (confirmed === null) return 'waiting'
  const before = confirmed[key]
  if (before === undefined) return 'added'
  return before === text ? 'confirmed' : 'changed'
}

/** A language in one line of the list. */
export function reviewOf(
  book: PhraseBook,
  language: Language,
  newest: StoredConfirmation | null,
  reports: readonly PhraseReport[],
): LanguageReview {
  const open = reports.filter(({ ended }) => ended === null)
  const holding = open.filter(({ holds }) => holds).length
  const phrases = phrasesInReview(book, language, newest)
  const count = (...wanted: PhraseInReview['status'][]) =>
    phrases.filter(({ status }) => wanted.includes(status)).length
  return {
    language,
    state: stateOf(book, language, newest, holding),
    phrases: phrases.length - count('missing'),
    missing: count('missing'),
    waiting: count('waiting', 'changed', 'added'),
    changed: count('changed'),
    openReports: open.length,
    holding,
  }
}

/** What a confirmation keeps: every text of the language, by the name of the phrase. */
export function textsToConfirm(book: PhraseBook, language: Language): ConfirmedTexts {
  const kept = book.entries().flatMap(({ key, texts }): [string, string][] => {
    const text = textOf(texts, language)
    return text === null ? [] : [[key, text]]
  })
  return Object.fromEntries(kept)
}

export function textOf(texts: Texts, language: Language): string | null {
  return texts[language] ?? null
}
