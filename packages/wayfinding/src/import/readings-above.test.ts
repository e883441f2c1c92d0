import { rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { sampleTexts, venueIn } from '../testing/read-files.ts'
import { withReadingsAbove } from './readings-above.ts'

test.for([
  ['市民課（しみんか）', '市民課《しみんか》'],
  ['小金井(こがねい)市役所', '小金井《こがねい》市役所'],
  ['福祉会館（ふくし かいかん）', '福祉会館《ふくしかいかん》'],
  ['地下 1階（ちか いっかい）', '地下《ちか》 ｜1階《いっかい》'],
  ['西の 階段（かいだん）', '西の 階段《かいだん》'],
  ['多目的（たもくてき）ホール', '多目的《たもくてき》ホール'],
  ['会議室（かいぎしつ） 301', '会議室《かいぎしつ》 301'],
  ['傍聴席（話を 聞く席）', '傍聴席（話を 聞く席）'],
  ['エスカレーター（のぼり）', 'エスカレーター（のぼり）'],
  ['市民課《しみんか》', '市民課《しみんか》'],
  ['市民課', '市民課'],
] as const)('%s is shown as %s', ([written, shown]) => {
  expect(withReadingsAbove(written)).toBe(shown)
})

test('every reading of the sample stands above what it belongs to', () => {
  const names = venueIn(sampleTexts()).occupants.flatMap(({ name }) => name['ja-x-easy'] ?? [])
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) {
    expect(name).not.toMatch(/[\p{sc=Han}]（[\p{sc=Hiragana}ー ]+）/u)
    if (name.includes('《')) expect(rubyParts(name).some(({ reading }) => reading !== null)).toBe(true)
  }
})
