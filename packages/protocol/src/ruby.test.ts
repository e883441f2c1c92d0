import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAloud, rubyParts, withoutRuby } from './ruby.ts'

test('a reading belongs to the run of kanji before it', () => {
  expect(rubyParts('頭《あたま》を 守《まも》って')).toEqual([
    { base: '頭', reading: 'あたま' },
    { base: 'を ', reading: null },
    { base: '守', reading: 'まも' },
    { base: 'って', reading: null },
  ])
  expect(withoutRuby('頭《あたま》を 守《まも》って')).toBe('頭を 守って')
  expect(readAloud('頭《あたま》を 守《まも》って')).toBe('あたまを まもって')
})

test('a bar says where it begins', () => {
  expect(rubyParts('震度｜５弱《ごじゃく》です')).toEqual([
    { base: '震度', reading: null },
    { base: '５弱', reading: 'ごじゃく' },
    { base: 'です', reading: null },
  ])
})

test('what is no reading stays as it was written', () => {
  for (const text of ['法律《民法》', '通过《法律》', '《かな》', '漢字《》', '｜《》', 'a｜b', '漢字《かんじ', ''])
    expect([withoutRuby(text), readAloud(text)]).toEqual([text, text])
})

const pieces = fc.array(
  fc.constantFrom('漢', '字', 'か', 'ナ', 'ー', ' ', '｜', '《', '》', 'a', '\n', '々', '\u{20bb7}', '\ud842'),
)
const anyText = fc.oneof(
  pieces.map((each) => each.join('')),
  fc.string({ unit: 'binary' }),
)

test('any text has parts, and nothing of it is lost but the marks', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = rubyParts(text)
      expect(parts.every(({ base, reading }) => base !== '' && reading !== '')).toBe(true)
      expect(
        parts
          .map(({ base, reading }) => base.length + (reading === null ? 0 : reading.length))
          .reduce((a, b) => a + b, 0),
      ).toBeLessThanOrEqual(text.length)
      expect(withoutRuby(text)).toBe(parts.map(({ base }) => base).join(''))
      if (!text.includes('《')) expect(parts).toEqual(text === '' ? [] : [{ base: text, reading: null }])
    }),
  )
})

test('what is annotated comes back as it was put together', () => {
  const kanji = fc.array(fc.constantFrom('頭', '避', '難', '々'), { minLength: 1 }).map((each) => each.join(''))
  const kana = fc.array(fc.constantFrom('あ', 'ん', 'ー', 'カ'), { minLength: 1 }).map((each) => each.join(''))
  fc.assert(
    fc.property(fc.array(fc.record({ kanji, kana, after: fc.constantFrom('を ', 'です', '。') })), (words) => {
      const text = words.map((word) => `${word.kanji}《${word.kana}》${word.after}`).join('')
      expect(withoutRuby(text)).toBe(words.map((word) => word.kanji + word.after).join(''))
      expect(readAloud(text)).toBe(words.map((word) => word.kana + word.after).join(''))
    }),
  )
})
