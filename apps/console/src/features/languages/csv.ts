import { type Language, type PhraseInReview, withoutRuby } from '@akari/protocol'

/** Spreadsheets take what begins so for a formula; the full-width signs too, as Japanese ones fold them. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** One field of a CSV file (RFC 4180 §2): always in quotes, and never taken for a formula. */
export function csvField(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}

/** Rows of a CSV file as spreadsheets open it: UTF-8 with its mark, lines ending in CR LF. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`
}

/** What a translator outside is given: each phrase beside Japanese and English, with room for an answer. */
export function sheetOf(
  phrases: readonly PhraseInReview[],
  language: Language,
  words: {
    head: readonly string[]
    section: (phrase: PhraseInReview) => string
    status: (phrase: PhraseInReview) => string
  },
): string {
  const rows = phrases.map((phrase) => [
    words.section(phrase),
    phrase.key,
    phrase.texts.ja,
    withoutRuby(phrase.texts['ja-x-easy'] ?? ''),
    phrase.texts.en ?? '',
    phrase.texts[language] ?? '',
    words.status(phrase),
    '',
  ])
  return csvOf([[...words.head], ...rows])
}
