import type { Channel, WrittenWords } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lintWords } from './lint-words.ts'

const FINE: WrittenWords = {
  headline: { ja: '１階の水道が止まっています', en: 'No water on the first floor' },
  instruction: { ja: '２階の化粧室を使って', en: 'Use the toilets on the second floor' },
  area: { ja: 'この建物', en: 'This building' },
}

function codes(headline: string, channel: Channel, language = 'ja'): string[] {
  const words = { ...FINE, headline: { ...FINE.headline, [language]: headline } }
  return lintWords(words, channel).map(({ code }) => code)
}

test('plain words are fine on both channels', () => {
  expect(lintWords(FINE, 'live')).toEqual([])
  expect(lintWords(FINE, 'drill')).toEqual([])
})

test.each([
  'これは訓練です',
  '訓 練',
  '「訓・練」',
  'くんれん',
  'ミサイル発射。これは訓練ではありません',
  '表示テスト',
])('%s is refused on live', (text) => expect(codes(text, 'live')).toEqual(['drill-word-in-live']))

test.each(['This is a drill', 'THIS IS NOT A DRILL', 'D R I L L', 'Test message', 'ＤＲＩＬＬ', 'Evacuation exercise'])(
  '%s is refused on live',
  (text) => expect(codes(text, 'live', 'en')).toEqual(['drill-word-in-live']),
)

test.each(['Stay on latest news', 'Greatest care, please', 'Take the drilled path'])('%s is no drill', (text) =>
  expect(codes(text, 'live', 'en')).toEqual([]),
)

test.each(['これは訓練ではありません', '訓練じゃない', '本番です', '訓 練 で は な い'])(
  '%s is refused in a drill',
  (text) => expect(codes(text, 'drill')).toEqual(['denies-drill']),
)

test.each(['This is not a drill', 'this is NOT  a test', 'A real emergency'])('%s is refused in a drill', (text) =>
  expect(codes(text, 'drill', 'en')).toEqual(['denies-drill']),
)

test('a drill may say that it is one', () => {
  expect(codes('訓練 火災が発生しました', 'drill')).toEqual([])
})

test('what is empty, too long or cannot be seen is named with its place', () => {
  expect(lintWords({ ...FINE, area: { ja: '　' } }, 'live')).toEqual([
    { part: 'area', language: 'ja', code: 'empty', most: null },
    { part: 'area', language: 'en', code: 'english-missing', most: null },
  ])
  expect(codes('あ'.repeat(24), 'live')).toEqual([])
  expect(lintWords({ ...FINE, headline: { ja: 'あ'.repeat(25), en: 'x' } }, 'live')).toEqual([
    { part: 'headline', language: 'ja', code: 'too-long', most: 24 },
  ])
  for (const hidden of ['\u202e', '\u2066', '\n', '\0', '\u200b', '\ufeff', '\u2028', '\u{e0041}']) {
    expect(codes(`水道${hidden}停止`, 'live')).toEqual(['hidden-character'])
  }
  expect(codes('क्\u200dष', 'live', 'ne')).toEqual([])
})

test('no mark or space between the letters hides 訓練 from the lint', () => {
  const between = fc.stringMatching(/^[ 　・.\-_*「」]{0,3}$/)
  fc.assert(fc.property(between, (mark) => codes(`訓${mark}練`, 'live').includes('drill-word-in-live')))
})
