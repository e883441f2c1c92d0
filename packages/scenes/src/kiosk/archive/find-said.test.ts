import { KIOSK_LANGUAGES, type RecordedSegment, type RecordingTranscript } from '@akari/protocol'
import { folded } from '@akari/wayfinding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundMatch, findSaid, indexSaid } from './find-said.ts'

const segment = (startMs: number, said: RecordedSegment['said'], speaker: string | null = null): RecordedSegment => {
  return { startMs, endMs: startMs + 1000, speaker, said }
}
const transcript = (...segments: RecordedSegment[]): RecordingTranscript => ({ format: 1, segments })
const found = (of: RecordingTranscript, query: string, language: 'ja' | 'en' = 'ja') =>
  findSaid(indexSaid(of, language), query).map(({ startMs, language: read }) => [startMs, read])

const words = fc.constantFrom('予算', 'ヨサン', 'ﾖｻﾝ', 'Ｂｕｄｇｅｔ', '自転車', 'ガス', 'ｶﾞｽ', '、', ' ', 'é', 'の')
const text = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
const segments = fc
  .array(fc.record({ startMs: fc.nat(1000), ja: text, en: fc.option(text, { nil: undefined }) }), { maxLength: 12 })
  .map((all) =>
    all
      .toSorted((a, b) => a.startMs - b.startMs)
      .map(({ startMs, ja, en }) =>
        segment(startMs, { ja: { text: ja }, ...(en === undefined ? {} : { en: { text: en } }) }),
      ),
  )

test('whatever was said is found, in the order of time, once at each place', () => {
  fc.assert(
    fc.property(segments, fc.nat(), fc.constantFrom(...KIOSK_LANGUAGES), (all, n, language) => {
      const one = all[n % Math.max(1, all.length)]
      const query = one?.said.ja?.text ?? '予算'
      const hits = findSaid(indexSaid({ format: 1, segments: all }, language), query)
      const times = hits.map(({ startMs }) => startMs)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(hits.length).toBeLessThanOrEqual(all.length)
      if (one !== undefined && folded(query) !== '') expect(times).toContain(one.startMs)
      for (const hit of hits) expect(folded(hit.text)).toContain(folded(query))
    }),
  )
})

test('what is marked is what was looked for, and nothing after it is left out', () => {
  fc.assert(
    fc.property(text, words, text, (before, query, after) => {
      const whole = `${before}${query}${after}`
      const around = aroundMatch(whole, query)
      expect(whole.endsWith(`${around.before.replace(/^…/, '')}${around.match}${around.after}`)).toBe(true)
      if (folded(query) !== '') expect(folded(around.match)).toBe(folded(query))
    }),
  )
})

test('width, kana, capitals and spaces make no difference', () => {
  const said = transcript(segment(1, { ja: { text: 'カワセミ の　ＢＵＤＧＥＴ' } }))
  for (const query of ['かわせみの', 'ｶﾜｾﾐ', 'budget', 'b u d g e t']) expect(found(said, query)).toEqual([[1, 'ja']])
  for (const query of ['', ' 、', 'かわせみが']) expect(found(said, query)).toEqual([])
})

test('it is shown in the reader’s language where it is found in it, else in the one in which it was said', () => {
  const said = transcript(segment(1, { ja: { text: '予算 budget' }, en: { text: 'the budget' } }))
  expect(found(said, 'budget', 'en')).toEqual([[1, 'en']])
  expect(found(said, '予算', 'en')).toEqual([[1, 'ja']])
  expect(found(said, 'budget')).toEqual([[1, 'ja']])
})

test('who spoke is found by their name', () => {
  const said = transcript(segment(1, { ja: { text: 'はい' } }, '山田 花子'), segment(2, { ja: { text: 'いいえ' } }))
  expect(found(said, '山田花子')).toEqual([[1, 'ja']])
  expect(aroundMatch('はい', '山田花子')).toEqual({ before: 'はい', match: '', after: '' })
})
