import { expect, test } from 'vitest'
import { languageInTurn, otherLanguages, TURN_MS } from './rotation.ts'

const texts = { ja: '避難', en: 'Evacuate', 'ja-x-easy': 'にげて', ko: '대피', th: 'อพยพ' }

test('every language that is there gets its turn, those that are missing are skipped', () => {
  const languages = otherLanguages(texts, 'ja')
  expect(languages).toEqual(['ja-x-easy', 'ko', 'th'])
  const seen = [0, 1, 2, 3].map((count) => languageInTurn(languages, { language: 'ja', isThere: false, count }))
  expect(seen).toEqual(['ja-x-easy', 'ko', 'th', 'ja-x-easy'])
})

test('the visitor’s language comes first, and keeps the line while somebody is there', () => {
  const languages = otherLanguages(texts, 'ko')
  expect(languages).toEqual(['ko', 'ja-x-easy', 'th'])
  const at = (count: number, isThere: boolean) => languageInTurn(languages, { language: 'ko', isThere, count })
  expect([0, 1, 5].map((count) => at(count, true))).toEqual(['ko', 'ko', 'ko'])
  expect([0, 1, 5].map((count) => at(count, false))).toEqual(['ko', 'ja-x-easy', 'th'])
})

test('a visitor whose language is missing or always there does not stop the others', () => {
  const languages = otherLanguages(texts, 'zh-Hans')
  expect(languageInTurn(languages, { language: 'zh-Hans', isThere: true, count: 1 })).toBe('ko')
  expect(languageInTurn(languages, { language: 'en', isThere: true, count: 2 })).toBe('th')
})

test('with Japanese and English alone there is no third line', () => {
  expect(
    languageInTurn(otherLanguages({ ja: '避難', en: 'Evacuate' }, 'ko'), { language: 'ko', isThere: true, count: 3 }),
  ).toBe(null)
})

test('a turn is long enough to read and short enough to wait for', () => {
  expect(TURN_MS).toBeGreaterThanOrEqual(5000)
  expect(TURN_MS).toBeLessThanOrEqual(8000)
})
