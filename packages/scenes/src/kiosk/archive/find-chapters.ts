import { type ArchivedChapter, asRead, type KioskLanguage, type Language, type Ruby } from '@akari/protocol'
import { folded, isSpelt } from '@akari/wayfinding'
import { agendaNumber } from '../../council/agenda-number.ts'
import { languagesFor, type SaidHit } from './find-said.ts'
import { bareText } from './readings.ts'

/** An item of the agenda that was found: its title in the language in which it was, and how that is read, where it is known. */
export interface ChapterHit {
  kind: 'item'
  startMs: number
  number: string | null
  language: Language
  text: string
  ruby: Ruby
}

/**
 * Items of the agenda by their number and title, compared as what was said is (`findSaid`), in the reader's language where they are found in it.
 * `titles`: how the Japanese titles are read, in their order.
 */
export function findChapters(
  chapters: readonly ArchivedChapter[],
  titles: readonly Ruby[],
  { query, language }: { query: string; language: KioskLanguage },
): ChapterHit[] {
  const wanted = folded(query)
  if (wanted === '') return []
  const isIn = (text: string): boolean => folded(text).includes(wanted)
  const isFound = ({ text, ruby }: Pick<ChapterHit, 'text' | 'ruby'>): boolean =>
    isIn(text) || (isSpelt(wanted) && isIn(asRead(text, ruby)))
  return chapters.flatMap(({ startMs, number = null, title }, n) => {
    const lines = languagesFor(title, language).map((one) => ({
      language: one,
      ...bareText(title[one] ?? '', one, one === 'ja' ? titles[n] : undefined),
    }))
    const isNumbered = number !== null && (isIn(number) || isFound(numberAsRead(number, language)))
    const found = isNumbered ? lines[0] : lines.find(isFound)
    return found === undefined ? [] : [{ kind: 'item', startMs, number, ...found }]
  })
}

/** The number of an item in the reader's language, and how it is read. */
export function numberAsRead(number: string, reader: KioskLanguage): Pick<ChapterHit, 'text' | 'ruby' | 'language'> {
  const { text, language } = agendaNumber(number, reader)
  return { ...bareText(text, language, undefined), language }
}

/** What was found, the earliest first; an item of the agenda before what is said as it begins. */
export function inOrderOfTime(items: readonly ChapterHit[], said: readonly SaidHit[]): (ChapterHit | SaidHit)[] {
  return [...items, ...said].toSorted((a, b) => a.startMs - b.startMs)
}
