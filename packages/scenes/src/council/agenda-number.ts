import type { Language } from '@akari/protocol'
import { filled } from '../locales/filled.ts'
import words from './agenda-numbers.json'

const FORMS: ReadonlyMap<string, Record<Exclude<Language, 'ja'>, string>> = new Map(Object.entries(words))

const KANJI_FIGURES = '〇一二三四五六七八九'

/**
 * The number of an agenda's item in a reader's language: `日程第3` is `Item 3`, `第四号` is `No. 4`. What is numbered in a way that has no word
 * there stays as it is written.
 */
export function agendaNumber(number: string, language: Language): { text: string; language: Language } {
  const bare = number.normalize('NFKC').replaceAll(/\s/g, '')
  const [, kind = '', figure] = /^(\p{sc=Han}+?)第?(\d+|[〇一二三四五六七八九十百]+)号?$/u.exec(bare) ?? []
  const form = FORMS.get(kind)
  if (language === 'ja' || form === undefined || figure === undefined) return { text: number, language: 'ja' }
  return { text: filled(form[language], { n: inDigits(figure) }), language }
}

/** A figure below a thousand, as agendas that are written from above to below have it: `二十三`. */
function inDigits(figure: string): string {
  if (/^\d+$/.test(figure)) return figure
  let whole = 0
  let last = 0
  for (const letter of figure) {
    if (letter === '百' || letter === '十') {
      whole += Math.max(1, last) * (letter === '百' ? 100 : 10)
      last = 0
    } else last = last * 10 + KANJI_FIGURES.indexOf(letter)
  }
  return String(whole + last)
}
