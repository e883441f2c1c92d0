import { KIOSK_LANGUAGES, rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { COUNCIL_WORDS, councilWord } from './council-words.ts'

test('plain Japanese has a reading in kana on every kanji', () => {
  const unread = Object.values(COUNCIL_WORDS['ja-x-easy'])
    .flatMap(rubyParts)
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
})

test('every language fills the same gaps', () => {
  const gapsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()
  const own = new Map(Object.entries(COUNCIL_WORDS.ja))
  for (const language of KIOSK_LANGUAGES)
    for (const [word, text] of Object.entries(COUNCIL_WORDS[language]))
      expect([word, gapsOf(text)]).toEqual([word, gapsOf(own.get(word) ?? '')])
  expect(councilWord('en', 'opensAt', { time: '13:30' })).toBe('Opens at 13:30')
})
