import { rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { sampleTexts, venueIn } from '../testing/read-files.ts'

test('every reading of the sample stands above what it belongs to', () => {
  const names = venueIn(sampleTexts()).occupants.flatMap(({ name }) => name['ja-x-easy'] ?? [])
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) {
    expect(name).not.toMatch(/[\p{sc=Han}]（[\p{sc=Hiragana}ー ]+）/u)
    if (name.includes('《')) expect(rubyParts(name).some(({ reading }) => reading !== null)).toBe(true)
  }
})
