import { KIOSK_LANGUAGES, rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { TOWN_WORDS } from './town-words.ts'

test('plain Japanese has a reading on every kanji, and every language fills the same gaps', () => {
  const unread = Object.values(TOWN_WORDS['ja-x-easy'])
    .flatMap(rubyParts)
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
  const gapsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()
  const wanted = Object.entries(TOWN_WORDS.ja).map(([word, text]) => [word, gapsOf(text)])
  for (const language of KIOSK_LANGUAGES)
    expect(Object.entries(TOWN_WORDS[language]).map(([word, text]) => [word, gapsOf(text)])).toEqual(wanted)
})
