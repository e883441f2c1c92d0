import { expect, test } from 'vitest'
import { withReadingsAbove, withRuby } from './readings-above.ts'

test.for([
  ['市民課（しみんか）', '市民課《しみんか》'],
  ['小金井(こがねい)市役所', '小金井《こがねい》市役所'],
  ['福祉会館（ふくし かいかん）', '福祉会館《ふくしかいかん》'],
  ['地下 1階（ちか いっかい）', '地下《ちか》 ｜1階《いっかい》'],
  ['西の 階段（かいだん）', '西の 階段《かいだん》'],
  ['多目的（たもくてき）ホール', '多目的《たもくてき》ホール'],
  ['会議室（かいぎしつ） 301', '会議室《かいぎしつ》 301'],
  ['子育て支援課（こそだて しえんか）', '子育《こそだ》て支援課《しえんか》'],
  ['ごみ対策課（ごみ たいさくか）', 'ごみ対策課《たいさくか》'],
  ['カフェ はけの森（もり）', 'カフェ はけの森《もり》'],
  ['お知（し）らせ', 'お知《し》らせ'],
  ['お金（かね）の 使（つか）い方（かた）', 'お金《かね》の 使《つか》い方《かた》'],
  ['市議会（しぎかい）の 会議 （みほん）', '市議会《しぎかい》の 会議 （みほん）'],
  ['傍聴席（話を 聞く席）', '傍聴席（話を 聞く席）'],
  ['エスカレーター（のぼり）', 'エスカレーター（のぼり）'],
  ['市民課《しみんか》', '市民課《しみんか》'],
  ['市民課', '市民課'],
] as const)('%s is shown as %s', ([written, shown]) => {
  expect(withReadingsAbove(written)).toBe(shown)
})

test('what is known of the reading of words stands above their kanji', () => {
  const read = (text: string, kana: string) => withRuby(text, [[0, text.length, kana]])
  expect(read('開きます', 'ひらきます')).toBe('｜開《ひら》きます')
  expect(read('引き続き', 'ひきつづき')).toBe('｜引《ひ》き｜続《つづ》き')
  expect(read('今日', 'きょう')).toBe('｜今日《きょう》')
  // Not spelt as it is written: all of it.
  expect(read('明後日は', 'あさって')).toBe('｜明後日は《あさって》')
  expect(withRuby('本日の会議', [[0, 2, 'ほんじつ']])).toBe('｜本日《ほんじつ》の会議')
})
