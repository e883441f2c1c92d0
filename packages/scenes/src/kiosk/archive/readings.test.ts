import { KIOSK_LANGUAGES, type Language, type RecordingTranscript, type Ruby, withoutRuby } from '@akari/protocol'
import { expect, test } from 'vitest'
import { captionsAt, saidPhrases } from './captions-at.ts'
import { aroundMatch, findSaid, indexSaid, shortBefore } from './find-said.ts'
import { bareText, readAround, readWord } from './readings.ts'

const TEXT = '次に、補正予算を審議します。'
const RUBY: Ruby = [
  [0, 2, 'つぎに'],
  [3, 2, 'ほせい'],
  [5, 2, 'よさん'],
  [8, 2, 'しんぎ'],
]
const segment = {
  startMs: 0,
  endMs: 1_000,
  speaker: '佐藤',
  speakerRuby: [[0, 2, 'さとう']] satisfies Ruby,
  said: { ja: { text: TEXT, ruby: RUBY } },
}
const said: RecordingTranscript = { format: 1, segments: [segment] }

test('captions have readings for who reads easy Japanese, and none for the others', () => {
  for (const reader of KIOSK_LANGUAGES) {
    const [phrase] = saidPhrases(said, reader, null)
    const isEasy = reader === 'ja-x-easy'
    expect(phrase?.text).toBe(
      isEasy ? '｜次《つぎ》に、｜補正《ほせい》｜予算《よさん》を｜審議《しんぎ》します。' : TEXT,
    )
    expect(captionsAt(saidPhrases(said, reader, null), 0)?.parts[0]?.speaker).toBe(isEasy ? '｜佐藤《さとう》' : '佐藤')
  }
})

test('what is found has its readings, and a word of which a part matches is marked whole', () => {
  const marked = (query: string) => {
    const [hit] = findSaid(indexSaid(said, 'ja-x-easy'), query)
    if (hit === undefined) throw new Error(`${query} is not found`)
    return readAround(shortBefore(aroundMatch(hit, query)), hit)
  }
  expect(marked('正予')).toEqual({
    before: '｜次《つぎ》に、',
    match: '｜補正《ほせい》｜予算《よさん》',
    after: 'を｜審議《しんぎ》します。',
  })
  const long = {
    text: `${'あ'.repeat(20)}${TEXT}`,
    ruby: RUBY.map(([at, ...rest]): Ruby[number] => [at + 20, ...rest]),
  }
  const { before, match, after } = readAround(shortBefore(aroundMatch(long, '審議')), long)
  expect(before).toMatch(/^…あ+｜次《つぎ》に、/)
  expect(match).toBe('｜審議《しんぎ》')
  expect(long.text.endsWith(withoutRuby(before + match + after).slice(1))).toBe(true)
})

test('easy Japanese with its own brackets and marks is found and read as it is written without them', () => {
  for (const text of ['市議会（しぎかい）の 会議', '市議会《しぎかい》の 会議']) {
    // The server reads every text as it is written.
    const told: Ruby = [
      [0, 1, 'し'],
      [1, 2, 'ぎかい'],
    ]
    for (const ruby of [told, undefined])
      expect(bareText(text, 'ja-x-easy', ruby)).toEqual({ text: '市議会の 会議', ruby: [[0, 3, 'しぎかい']] })
    const easy = { ...segment, said: { 'ja-x-easy': { text, ruby: told } } satisfies Partial<Record<Language, object>> }
    const index = indexSaid({ format: 1, segments: [easy] }, 'ja-x-easy')
    for (const query of ['市議会の会議', 'しぎかい']) expect(findSaid(index, query)).toHaveLength(1)
  }
})

test('a word has the reading that it has where it was said', () => {
  expect(readWord('補正予算', said)).toBe('｜補正《ほせい》｜予算《よさん》')
  for (const word of ['決算', '正予']) expect(readWord(word, said)).toBe(word)
})
