import type { Caption, Language } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { ShownPhrase } from './caption-reel.ts'
import { captionLanguages, captionParts } from './caption-tracks.ts'

const said = (language: Language, text: string, more: Partial<Caption> = {}): Caption => ({
  segmentId: text,
  language,
  text,
  speaker: null,
  spokenAt: '2026-12-01T10:00:00+09:00',
  state: 'final',
  ...more,
})
const languagesOf = (
  captions: Caption[],
  reader: 'ja' | 'ja-x-easy' | 'en' | 'ko',
  wanted: readonly Language[] | null = null,
) => captionLanguages(captions, reader, wanted)

test('who chose a language reads it, or the nearest there is, and nothing else', () => {
  const all = [said('ja', 'こんにちは'), said('en', 'hello')]
  expect(languagesOf(all, 'en')).toEqual(['en'])
  expect(languagesOf(all, 'ko')).toEqual(['en'])
  expect(languagesOf(all, 'ja-x-easy')).toEqual(['ja'])
  expect(languagesOf([said('es', 'hola')], 'ko')).toEqual(['es'])
  expect(languagesOf([], 'ja')).toEqual([])
})

test('a glass that speaks Japanese to everybody has the other languages, too', () => {
  const all = [said('zh-Hans', '你好'), said('ja', 'こんにちは'), said('en', 'hello'), said('ja-x-easy', 'こんにちは')]
  expect(languagesOf(all, 'ja')).toEqual(['ja', 'en', 'zh-Hans'])
})

test('and of the others those that the display is to speak, in its order; who chose a language reads that', () => {
  const all = [said('zh-Hans', '你好'), said('ja', 'こんにちは'), said('en', 'hello'), said('ko', '안녕하세요')]
  expect(languagesOf(all, 'ja', ['ko', 'vi', 'en'])).toEqual(['ja', 'ko', 'en'])
  expect(languagesOf(all, 'ja', [])).toEqual(['ja'])
  expect(languagesOf([said('en', 'hello')], 'ja', [])).toEqual(['en'])
  expect(languagesOf(all, 'en', ['ko'])).toEqual(['en'])
})

test('a translation that stopped minutes ago is not shown beside what is said now', () => {
  const before = { spokenAt: '2026-12-01T09:58:00+09:00' }
  expect(languagesOf([said('en', 'hello', before), said('ja', 'では')], 'en')).toEqual(['ja'])
})

const shown = (text: string, more: Partial<ShownPhrase> = {}): ShownPhrase => ({
  segmentId: text,
  from: 0,
  text,
  speaker: null,
  isFinal: true,
  isCut: false,
  ...more,
})

test('a speaker is named where another one begins, and with every phrase of what is shown in several', () => {
  const parts = captionParts([
    shown('a', { speaker: 'Mayor' }),
    shown('b', { speaker: 'Mayor' }),
    shown('c', { speaker: 'Mayor', isCut: true }),
    shown('d', { speaker: 'Chair', isFinal: false }),
  ])
  expect(parts.map(({ speaker, isFinal }) => [speaker, isFinal])).toEqual([
    ['Mayor', true],
    [null, true],
    ['Mayor', true],
    ['Chair', false],
  ])
})

test('of a long speech only the newest parts are drawn', () => {
  const parts = captionParts(Array.from({ length: 60 }, (_, n) => shown(`${n}`)))
  expect(parts.map(({ text }) => text)).toEqual(['56', '57', '58', '59'])
})
