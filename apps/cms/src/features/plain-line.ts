/** What is never shown: controls, direction overrides, invisible letters, tags, private use and what is no letter at all. */
const UNWANTED =
  /[\p{Cc}\p{Co}\p{Cn}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFD\u{E0000}-\u{E0FFF}]/gu
/** Colours and moves of a terminal, whole: without the control that begins it the rest of one would be read as words. */
const ESCAPE = '\u001B'
const TERMINAL = new RegExp(`(?:${ESCAPE}\\[|\u009B)[0-?]*[ -/]*[@-~]`, 'gu')
/** Marks above and below a letter: languages that need them have four at most, what has more wants to break out of its line. */
const MARKS = /(\p{M}{4})\p{M}+/gu
/** Joiners make letters of some scripts; many of them make nothing. */
const JOINERS = /([\u200C\u200D])[\u200C\u200D]+/gu

const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Without what must not be on a glass; line ends and runs of spaces are one space. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u3000]+/gu, ' ')
    .replace(TERMINAL, '')
    .replace(UNWANTED, '')
    .replace(MARKS, '$1')
    .replace(JOINERS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Cut between two letters as people see them; `most` of them, with … where there were more. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of letters.segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
