import { Language, rubyParts, textIn } from '@akari/protocol'
import { expect, test } from 'vitest'
import { EMERGENCY_WORDS } from './emergency-words.ts'
import es from './es.json'
import easy from './ja-x-easy.json'
import { LANGUAGE_NAMES, say, WORDS, wordTexts } from './words.ts'
import zhHant from './zh-Hant.json'

const gapsIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()

test('every language has the words of an emergency, with the same gaps as the Japanese ones', () => {
  for (const language of Language.options) {
    for (const [key, ja] of Object.entries(WORDS.ja).filter(([each]) => each in zhHant)) {
      const text = new Map(Object.entries(EMERGENCY_WORDS[language])).get(key) ?? ''
      expect([language, key, text]).not.toEqual([language, key, ''])
      expect([language, key, gapsIn(text)]).toEqual([language, key, gapsIn(ja)])
    }
    expect(LANGUAGE_NAMES[language]).not.toBe('')
  }
  expect(Object.keys(es)).toEqual(Object.keys(zhHant))
})

test('plain Japanese has a reading in kana on every kanji', () => {
  const unread = Object.values(easy)
    .flatMap(rubyParts)
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
})

test('what is said has its gaps filled', () => {
  expect(say('th', 'moreAlerts', { count: '2' })).toBe('อีก 2 รายการ')
  expect(say('ja', 'moreAlerts', { count: '2' })).toBe('ほか 2 件')
})

test('an emergency word stands in fifteen languages, an everyday one in those of the kiosk', () => {
  expect(Object.keys(wordTexts('drill'))).toHaveLength(15)
  expect(Object.keys(wordTexts('chooseLanguage'))).toHaveLength(5)
  expect(textIn(wordTexts('chooseLanguage'), 'uk').language).toBe('en')
})
