import type { Language, RecordedSegment } from '@akari/protocol'
import { expect, test } from 'vitest'
import { captionsAt, saidPhrases } from './captions-at.ts'
import { frequentWords } from './frequent-words.ts'
import { chapterAt, recordedClock, recordedMoment } from './recorded-time.ts'

const said = (startMs: number, ja: string, more: Partial<RecordedSegment> = {}): RecordedSegment => {
  return { startMs, endMs: startMs + 4000, speaker: null, said: { ja: { text: ja } }, ...more }
}
const ROOM = { lines: 2, widthEm: 20 }
const trackAt = (segments: RecordedSegment[], atMs: number, language: 'ja' | 'en' | 'ko' = 'ja') =>
  captionsAt(saidPhrases({ format: 1, segments }, language, ROOM), atMs)
const partsAt = (segments: RecordedSegment[], atMs: number, language: 'ja' | 'en' | 'ko' = 'ja') =>
  trackAt(segments, atMs, language)?.parts.map(({ text }) => text) ?? null

test('what was said up to a moment stands with its picture, and goes when nobody speaks', () => {
  const all = [said(1000, '一'), said(5000, '二'), said(60_000, '三')]
  expect(partsAt(all, 0)).toBe(null)
  expect(partsAt(all, 1000)).toEqual(['一'])
  expect(partsAt(all, 6000)).toEqual(['一', '二'])
  expect(partsAt(all, 14_000)).toEqual(['二'])
  expect(partsAt(all, 30_000)).toBe(null)
  expect(partsAt([said(0, '長', { endMs: 40_000 })], 30_000)).toEqual(['長'])
})

test('what was said at once is shown phrase by phrase from its beginning, with who says it', () => {
  const text = '今回の補正は、空調設備の改修と、学校給食の食材費に要する経費を計上するものです。'.repeat(3)
  const all = [said(1000, text, { speaker: '市長' }), said(12_000, 'はい。', { speaker: '議長' })]
  const moments = [1000, 9000, 16_000, 32_000].map((atMs) => trackAt(all, atMs)?.parts.at(-1))
  expect(moments.map((part) => part?.speaker)).toEqual(['市長', '市長', '市長', '議長'])
  expect(text.startsWith(moments[0]?.text ?? 'nothing')).toBe(true)
  expect(new Set(moments.map((part) => `${part?.segmentId} ${part?.from}`)).size).toBe(4)
  const phrases = saidPhrases({ format: 1, segments: all }, 'ja', ROOM)
  expect(phrases.map((phrase) => phrase.text).join('')).toBe(`${text}はい。`)
})

test('who chose a language reads it, or the nearest there is, and a machine’s is marked', () => {
  const both = { ja: { text: '予算' }, en: { text: 'budget', machineTranslated: true as const } }
  const all = [said(0, '', { said: both, speaker: '市長' }), said(1000, '', { said: both, speaker: '市長' })]
  expect(partsAt(all, 1000, 'ko')).toEqual(['budget', 'budget'])
  const track = trackAt(all, 1000, 'en')
  expect(track).toMatchObject({ language: 'en', isMachineTranslated: true })
  expect(track?.parts.map(({ speaker }) => speaker)).toEqual(['市長', null])
  expect(trackAt(all, 1000, 'ja')?.isMachineTranslated).toBe(false)
})

test('who speaks is named as in the language that is read, where that is known', () => {
  const both = { ja: { text: '予算' }, en: { text: 'budget', speaker: 'Mayor' }, ko: { text: '예산' } }
  const speakers = (['ja', 'en', 'ko'] as const).map(
    (language) => trackAt([said(0, '', { said: both, speaker: '市長' })], 0, language)?.parts[0]?.speaker,
  )
  expect(speakers).toEqual(['市長', 'Mayor', '市長'])
})

test('the words that were said most are offered, without what holds them together', () => {
  const segments = ['予算を審議します。', '補正予算です。', '自転車の予算は、自転車置き場です。'].map((text, n) =>
    said(n, text),
  )
  const words = frequentWords({ format: 1, segments }, 'ja')
  expect(words[0]).toBe('予算')
  expect(words).toContain('自転車')
  expect(words.filter((word) => /^\p{sc=Hiragana}+$/u.test(word))).toEqual([])
})

test('times, days and chapters are told', () => {
  expect([0, 61_999, 3_661_000].map(recordedClock)).toEqual(['0:00', '1:01', '1:01:01'])
  const at = '2026-11-27T20:00:00Z'
  expect(recordedMoment(at, 'ja', 'Asia/Tokyo')).toBe('2026年11月28日（土）05:00')
  expect(recordedMoment(at, 'en', 'Asia/Tokyo')).toBe('Sat 28 Nov 2026 05:00')
  const chapters = [10, 20].map((startMs) => ({ startMs, title: { ja: '議題' } }))
  expect([5, 10, 19, 99].map((ms) => chapterAt(chapters, ms))).toEqual([-1, 0, 0, 1])
})

const spoken = (language: Language, texts: readonly string[], speaker: string | null = null) => ({
  format: 1 as const,
  segments: texts.map((text, n) => ({ startMs: n, endMs: n + 1, speaker, said: { [language]: { text } } })),
})

test('what is offered carries something, is written as within a sentence, and is not offered in parts', () => {
  const english = [
    'Budget of Koganei.',
    'Without a budget, without Koganei.',
    'Sitting again. Through Koganei.',
    'Budgets',
  ]
  expect(frequentWords(spoken('en', english), 'en')).toEqual(['Koganei', 'budget'])
  expect(frequentWords(spoken('ja', ['中学校の学校', '予算']), 'ja')).toEqual(['中学校', '予算'])
})

test('a capital that only sentences gave is taken back, that of a name is kept', () => {
  const english = [
    'Vegetables first. “Vegetables!” UNESCO.',
    'We ask Tanaka.',
    'Tanaka: vegetables?',
    'Keyaki is a tree.',
  ]
  expect(frequentWords(spoken('en', english.slice(0, 1)), 'en')).toEqual(['vegetables', 'UNESCO'])
  const words = frequentWords(spoken('en', english, 'Masako Keyaki, chair'), 'en')
  expect(words).toEqual(['vegetables', 'Tanaka', 'Keyaki', 'UNESCO'])
})

test('what holds a sentence together is offered in no language of the kiosk', () => {
  expect(frequentWords(spoken('en', ['Perhaps nevertheless together.']), 'en')).toEqual([])
  expect(frequentWords(spoken('ko', ['그리고 예산안을 심의합니다. 질문이 있습니까']), 'ko')).not.toContain('그리고')
  expect(frequentWords(spoken('ko', ['심의합니다 있습니까 앉으세요 그리고']), 'ko')).toEqual([])
  expect(frequentWords(spoken('zh-Hans', ['我们现在可以，学校供餐']), 'zh-Hans').join('')).not.toMatch(/我们|现在|可以/)
  expect(frequentWords(spoken('ja', ['本日は以上です。予算']), 'ja')).toEqual(['予算'])
})
