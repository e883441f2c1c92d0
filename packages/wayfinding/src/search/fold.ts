/** Kana that are written small stand right before those of full size. */
const SMALL_KANA = /[ぁぃぅぇぉっゃゅょゎ]/g

/**
 * A text as it is compared: full-width and half-width, capitals, katakana and hiragana, small kana and others, accents, long marks,
 * spaces and punctuation make no difference.
 */
export function folded(text: string): string {
  return spelling(text).replaceAll(SMALL_KANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 1))
}

/** A text folded but for its small kana, by which it is pronounced. */
export function spelling(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .replaceAll('đ', 'd')
    .replaceAll(/[\u30a1-\u30f6]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replaceAll(/[\s\p{P}\p{S}ー]/gu, '')
}

export function isKana(text: string): boolean {
  return /^[\u3041-\u3096]+$/.test(text)
}

export function isLatin(text: string): boolean {
  return /^[a-z]+$/.test(text)
}

/** Is what is looked for (folded) spelt out in kana, figures aside? Then it may be written with Chinese characters. */
export function isSpelt(text: string): boolean {
  return isKana(text.replaceAll(/[0-9]/g, ''))
}
