import { Language } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuesOf } from './cues.ts'

const AT = Date.parse('2026-11-27T01:00:00Z')
const said = (atMs: number, text: string, speaker: string | null = null) => ({
  text,
  speaker,
  spokenAt: new Date(AT + atMs).toISOString(),
})
const recordedAt = (atMs: number): number | null => (atMs < AT ? null : atMs - AT)

test('what was said at once is several subtitles of two lines, one after the other as they are read', async () => {
  const text =
    'ただいま議題となりました議案第12号、令和8年度小金井市一般会計補正予算につきまして、提案理由の説明を申し上げます。本補正予算は、学校給食費の無償化に要する経費を計上するものです。'
  const cues = await cuesOf([said(1000, text, '市長'), said(60_000, '以上です。', '市長')], {
    language: 'ja',
    recordedAt,
  })
  expect(cues.map((cue) => cue.text)).toEqual([
    'ただいま議題となりました\n議案第12号、',
    '令和8年度\n小金井市一般会計補正予算につきまして、',
    '提案理由の説明を申し上げます。\n本補正予算は、',
    '学校給食費の無償化に要する経費を\n計上するものです。',
    '以上です。',
  ])
  expect(cues.map(({ fromMs, untilMs }) => [fromMs, untilMs])).toEqual([
    [1000, 4800],
    [4800, 9600],
    [9600, 14_000],
    [14_000, 19_000],
    [60_000, 61_500],
  ])
})

test('what is in no recording is in no subtitle', async () => {
  const cues = await cuesOf([said(-1, '録画の前です。'), said(0, '開会します。')], { language: 'ja', recordedAt })
  expect(cues.map(({ text }) => text)).toEqual(['開会します。'])
})

test('whatever is said however fast: nothing is lost, no line is empty, each subtitle has a moment and none is later than 20 s', async () => {
  const word = fc.stringMatching(/^[a-zA-Zぁ-ん一-龯0-9、。,.]{1,30}$/)
  const line = fc.record({
    atMs: fc.integer({ min: 0, max: 60_000 }),
    words: fc.array(word, { minLength: 1, maxLength: 12 }),
    speaker: fc.option(fc.constantFrom('議長', '高橋議員')),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom(...Language.options),
      async (spoken, language) => {
        const lines = spoken
          .toSorted((a, b) => a.atMs - b.atMs)
          .map(({ atMs, words, speaker }) => said(atMs, words.join(' '), speaker))
        const cues = await cuesOf(lines, { language, recordedAt })
        const bare = (texts: readonly { text: string }[]) =>
          texts.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
        expect(bare(cues)).toBe(bare(lines))
        for (const { text, fromMs, untilMs } of cues) {
          expect(text.split('\n').length).toBeLessThanOrEqual(2)
          expect(text).not.toMatch(/^\n|\n\n|\n$/)
          expect(untilMs).toBeGreaterThan(fromMs)
          expect(fromMs).toBeLessThanOrEqual(60_000 + 20_000)
        }
        expect(cues.map(({ fromMs }) => fromMs)).toEqual(cues.map(({ fromMs }) => fromMs).toSorted((a, b) => a - b))
      },
    ),
  )
})
