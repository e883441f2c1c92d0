/** A stretch of a text, with its reading in kana where it has one. */
export type RubyPart = { base: string; reading: string | null }

/**
 * 青空文庫 annotation: `漢字《かんじ》`, and `｜` where the reading belongs to more than the run of kanji before it. Readings
 * are kana alone, so that 《》 around anything else (a title in Chinese) stays what it is.
 * @see https://www.aozora.gr.jp/annotation/etc.html#ruby
 */
const RUBY = /(?:｜([^｜《》\n]+)|([\p{sc=Han}々〆ヶ]+))《([\p{sc=Hiragana}\p{sc=Katakana}ー・]+)》/gu

/** A text cut into what has a reading and what has none; total, and the bases joined are `withoutRuby(text)`. */
export function rubyParts(text: string): RubyPart[] {
  const parts: RubyPart[] = []
  let at = 0
  for (const found of text.matchAll(RUBY)) {
    const [whole, marked, run, reading] = found
    if (found.index > at) parts.push({ base: text.slice(at, found.index), reading: null })
    parts.push({ base: marked ?? run ?? '', reading: reading ?? null })
    at = found.index + whole.length
  }
  if (at < text.length) parts.push({ base: text.slice(at), reading: null })
  return parts
}

/** The text as it is written, for where readings cannot stand above it. */
export function withoutRuby(text: string): string {
  return rubyParts(text)
    .map(({ base }) => base)
    .join('')
}

/** The text as it is said: readings in the place of what they stand above. */
export function readAloud(text: string): string {
  return rubyParts(text)
    .map(({ base, reading }) => reading ?? base)
    .join('')
}
