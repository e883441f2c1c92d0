import type { Language } from '@akari/protocol'
import { filled } from '../locales/filled.ts'
import words from './agenda-numbers.json'

const FORMS: ReadonlyMap<string, Record<Exclude<Language, 'ja'>, string>> = new Map(Object.entries(words))

/**
 * The number of an agenda's item in a reader's language: `日程第3` is `Item 3`, `第4号` is `No. 4`. What is numbered in a way that has no word
 * there stays as it is written.
 */
export function agendaNumber(number: string, language: Language): { text: string; language: Language } {
  const bare = number.normalize('NFKC').replaceAll(/\s/g, '')
  const [, kind = '', figure] = /^(\p{sc=Han}+?)第?(\d+)号?$/u.exec(bare) ?? []
  const form = FORMS.get(kind)
  if (language === 'ja' || form === undefined || figure === undefined) return { text: number, language: 'ja' }
  return { text: filled(form[language], { n: figure }), language }
}
