import { KIOSK_LANGUAGES, rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { KIOSK_WORDS, kioskWord } from './kiosk-words.ts'

test('plain Japanese has a reading in kana on every kanji', () => {
  const unread = Object.values(KIOSK_WORDS['ja-x-easy'])
    .flatMap(rubyParts)
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
})

test('every language fills the same gaps', () => {
  const gapsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()
  for (const language of KIOSK_LANGUAGES)
    for (const [word, text] of Object.entries(KIOSK_WORDS[language]))
      expect([word, gapsOf(text)]).toEqual([
        word,
        gapsOf(Object.entries(KIOSK_WORDS.ja).find(([key]) => key === word)?.[1] ?? ''),
      ])
  expect(kioskWord('en', 'counter', { number: '3' })).toBe('Counter 3')
})
