import { asRead, KIOSK_LANGUAGES, type RecordedSegment, type RecordingTranscript, type Ruby } from '@akari/protocol'
import { folded } from '@akari/wayfinding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundMatch, findSaid, indexSaid, shortBefore } from './find-said.ts'

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
      const around = shortBefore(aroundMatch({ text: whole, ruby: [] }, query))
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

test('kana find what they are the reading of without their small letters, which are easily missed', () => {
  const ruby: Ruby = [
    [0, 2, 'がっこう'],
    [3, 2, 'きゅうしょく'],
  ]
  const said = transcript(segment(1, { ja: { text: '学校の給食とバッグ', ruby } }))
  for (const [query, match] of [
    ['がつこう', '学校'],
    ['がっこう', '学校'],
    ['きゆうしよく', '給食'],
    ['ばつぐ', 'バッグ'],
  ] as const) {
    expect(found(said, query)).toEqual([[1, 'ja']])
    expect(aroundMatch({ text: '学校の給食とバッグ', ruby }, query).match).toBe(match)
  }
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
  expect(aroundMatch({ text: 'はい', ruby: [] }, '山田花子')).toEqual({ before: 'はい', match: '', after: '' })
})

const BUDGET = '次に、議案第12号、補正予算を議題とします。'
const BUDGET_RUBY: Ruby = [
  [0, 2, 'つぎに'],
  [3, 2, 'ぎあん'],
  [5, 1, 'だい'],
  [8, 1, 'ごう'],
  [10, 2, 'ほせい'],
  [12, 2, 'よさん'],
  [15, 2, 'ぎだい'],
]

test('kana find what was written with Chinese characters, and the name of who said it', () => {
  const speakerRuby: Ruby = [
    [0, 2, 'さとう'],
    [3, 2, 'いちろう'],
  ]
  const said = transcript(
    { ...segment(1, { ja: { text: BUDGET, ruby: BUDGET_RUBY } }, '佐藤 一郎'), speakerRuby },
    segment(2, { ja: { text: 'ほせいよさんです。' } }),
    segment(3, { ja: { text: '補正予算' } }),
  )
  for (const query of ['ほせいよさん', 'ホセイヨサン'])
    expect(found(said, query)).toEqual([
      [1, 'ja'],
      [2, 'ja'],
    ])
  for (const query of ['だい12ごう', 'さとういちろう', 'よさんをぎだい'])
    expect(found(said, query)).toEqual([[1, 'ja']])
  for (const query of ['ほせい予算', 'hosei', 'けっさん']) expect(found(said, query)).toEqual([])
})

test('the words whose kana are looked for are marked, the written letters before them', () => {
  const marked = (query: string) => aroundMatch({ text: BUDGET, ruby: BUDGET_RUBY }, query).match
  expect(marked('ほせいよさん')).toBe('補正予算')
  expect(marked('せいよ')).toBe('補正予算')
  expect(marked('よさんを')).toBe('予算を')
  expect(marked('だい12ごう')).toBe('第12号')
  expect(marked('補正')).toBe('補正')
  expect(aroundMatch({ text: '予算のよさん', ruby: [[0, 2, 'よさん']] }, 'よさん')).toEqual({
    before: '予算の',
    match: 'よさん',
    after: '',
  })
})

/** A text with its ruby, and every word of it with its kana. */
const read = fc
  .array(
    fc.oneof(
      fc.constantFrom(['予算', 'よさん'], ['学校', 'がっこう'], ['給食', 'きゅうしょく'], ['𠮷野', 'よしの']),
      fc.constantFrom('です。', 'バス', ' 12 ', 'が').map((plain) => [plain, null] as const),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => {
    let at = 0
    const ruby = all.flatMap(([word = '', kana]): Ruby => {
      const from = at
      at += word.length
      return kana === null || kana === undefined ? [] : [[from, word.length, kana]]
    })
    return { text: all.map(([word]) => word).join(''), ruby }
  })

test('whatever part of it is typed in kana, it is found, something is marked, and no letter is lost', () => {
  fc.assert(
    fc.property(read, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ text: said, ruby }, from, length) => {
      const kana = [...folded(asRead(said, ruby))]
      const start = from % Math.max(1, kana.length)
      const query = kana.slice(start, start + length).join('')
      fc.pre(/[ぁ-ゖ]/.test(query))
      expect(found(transcript(segment(1, { ja: { text: said, ruby } })), query)).toEqual([[1, 'ja']])
      const { before, match, after } = aroundMatch({ text: said, ruby }, query)
      expect(match).not.toBe('')
      expect(before + match + after).toBe(said)
    }),
  )
})
