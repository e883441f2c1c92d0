import { KIOSK_LANGUAGES, rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { PLAIN_WORDS, plainWord } from './plain-words.ts'

test('plain Japanese has a reading in kana on every kanji', () => {
  const unread = Object.values(PLAIN_WORDS['ja-x-easy'])
    .flatMap(rubyParts)
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
})

test('every language fills the same gaps', () => {
  const gapsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()
  const own = new Map(Object.entries(PLAIN_WORDS.ja))
  for (const language of KIOSK_LANGUAGES)
    for (const [word, text] of Object.entries(PLAIN_WORDS[language]))
      expect([word, gapsOf(text)]).toEqual([word, gapsOf(own.get(word) ?? '')])
  expect(plainWord('en', 'openUntil', { time: '17:15' })).toBe('until 17:15')
})
