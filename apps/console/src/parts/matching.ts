/** Is every word of `wanted` somewhere in `texts`? Full-width and half-width letters, katakana and case are alike (NFKC). */
export function matches(wanted: string, texts: readonly string[]): boolean {
  const haystack = plain(texts.join('\n'))
  return plain(wanted)
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

function plain(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().trim()
  return folded.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
