import { KIOSK_LANGUAGES, rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { TRANSIT_WORDS, transitWord } from './transit-words.ts'

test('plain Japanese has a reading in kana on every kanji', () => {
  const unread = Object.values(TRANSIT_WORDS['ja-x-easy'])
    .flatMap(rubyParts)
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
})

test('every language fills the same gaps', () => {
  const gapsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()
  const wanted = new Map(Object.entries(TRANSIT_WORDS.ja).map(([word, text]) => [word, gapsOf(text)]))
  for (const language of KIOSK_LANGUAGES)
    expect(new Map(Object.entries(TRANSIT_WORDS[language]).map(([word, text]) => [word, gapsOf(text)]))).toEqual(wanted)
  expect(transitWord('ko', 'late', { minutes: 3 })).toBe('3분 늦음')
})
