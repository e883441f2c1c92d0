import { Language } from '@akari/protocol'

/** Half-width kana as old ticket machines have it. */
const HALF_WIDTH_KANA = /[\uff61-\uff9f]+/g
const MOST_LETTERS = 2000

/** The reading in kana, which GTFS-JP has as a language. */
export const READING = 'ja-Hrkt'

/**
 * The tag of ours that a language of a feed means (`zh-TW` is `zh-Hant`, `en-US` is `en`), `ja-Hrkt` for a reading in kana, or the
 * tag as it stands where it is none of ours.
 */
export function languageOf(tag: string): string {
  const parts = tag.replaceAll('_', '-').toLowerCase().split('-')
  const primary = parts[0] ?? ''
  if (primary === 'ja')
    return parts.some((part) => /^(hrkt|hira|kana)$/.test(part)) ? READING : parts.includes('easy') ? 'ja-x-easy' : 'ja'
  if (primary === 'zh') return parts.some((part) => /^(hant|tw|hk|mo)$/.test(part)) ? 'zh-Hant' : 'zh-Hans'
  if (primary === 'tl') return 'fil'
  return Language.safeParse(primary).data ?? tag
}

/** Texts as people write them: no half-width kana, no white space around, no novel. */
export function tidied(text: string): string {
  const tidy = text.replaceAll(HALF_WIDTH_KANA, (kana) => kana.normalize('NFKC')).trim()
  return tidy.length > MOST_LETTERS ? tidy.slice(0, MOST_LETTERS) : tidy
}

/** A reading in hiragana, whether it was given in that, in katakana or in half-width kana; null where it is no reading. */
export function readingOf(text: string): string | null {
  const kana = text
    .normalize('NFKC')
    .replaceAll(/[\u30a1-\u30f6]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
    .trim()
  return kana === '' || /\p{sc=Han}/u.test(kana) ? null : kana.slice(0, MOST_LETTERS)
}
