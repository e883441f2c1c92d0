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

const asked = { language: 'ja', recordedAt, isNamed: false } as const

test('what was said at once is several subtitles of two lines, one after the other as they are read', async () => {
  const text =
    'ただいま議題となりました議案第12号、令和8年度小金井市一般会計補正予算につきまして、提案理由の説明を申し上げます。本補正予算は、学校給食費の無償化に要する経費を計上するものです。'
  const cues = await cuesOf([said(1000, text, '市長'), said(60_000, '以上です。', '市長')], asked)
  expect(cues.map((cue) => cue.text)).toEqual([
    'ただいま議題となりました議案第12号、',
    '令和8年度小金井市一般会計補正予算に\nつきまして、',
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

test('what was said at once has the time until the next, and goes as fast as it must where that comes soon', async () => {
  const long = '学校給食費の無償化に要する経費を計上するものです。'.repeat(12)
  const alone = await cuesOf([said(0, long), said(90_000, '以上です。')], asked)
  // Five letters a second.
  expect(alone.at(-2)?.untilMs).toBeGreaterThan(55_000)
  expect(alone.at(-2)?.untilMs).toBeLessThanOrEqual(90_000)
  const pressed = await cuesOf([said(0, long), said(5_000, '以上です。')], asked)
  expect(pressed.at(-2)?.fromMs).toBeLessThanOrEqual(20_000)
})

test('who speaks is written where another begins, where it is to be written', async () => {
  const lines = [said(0, '開会します。', '議長'), said(5_000, '休憩します。', '議長'), said(9_000, 'はい。', '市長')]
  const texts = async (isNamed: boolean) => (await cuesOf(lines, { ...asked, isNamed })).map(({ text }) => text)
  expect(await texts(true)).toEqual(['議長: 開会します。', '休憩します。', '市長: はい。'])
  expect(await texts(false)).toEqual(['開会します。', '休憩します。', 'はい。'])
})

test('what was said within the same second stands for a second each', async () => {
  const cues = await cuesOf([said(0, 'はい。'), said(400, '高橋議員。'), said(5_000, 'はい。')], asked)
  expect(cues.map(({ fromMs, untilMs }) => [fromMs, untilMs])).toEqual([
    [0, 1000],
    [1000, 2500],
    [5000, 6500],
  ])
})

test('what is in no recording is in no subtitle', async () => {
  const cues = await cuesOf([said(-1, '録画の前です。'), said(0, '開会します。')], asked)
  expect(cues.map(({ text }) => text)).toEqual(['開会します。'])
})

test('whatever is said however fast: nothing is lost, no line is empty and each subtitle has a moment', async () => {
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
        const cues = await cuesOf(lines, { ...asked, language })
        const bare = (texts: readonly { text: string }[]) =>
          texts.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
        expect(bare(cues)).toBe(bare(lines))
        for (const { text, fromMs, untilMs } of cues) {
          expect(text.split('\n').length).toBeLessThanOrEqual(2)
          expect(text).not.toMatch(/^\n|\n\n|\n$/)
          expect(untilMs).toBeGreaterThan(fromMs)
        }
        expect(cues.map(({ fromMs }) => fromMs)).toEqual(cues.map(({ fromMs }) => fromMs).toSorted((a, b) => a - b))
      },
    ),
  )
})
