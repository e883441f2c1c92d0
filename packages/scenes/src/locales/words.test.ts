import { rubyParts, textIn } from '@akari/protocol'
import { expect, test } from 'vitest'
import easy from './ja-x-easy.json'
import { say, wordTexts } from './words.ts'

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
