import type { DraftScene } from '@akari/protocol'
import { expect, test } from 'vitest'
import { readingSeconds, suggestedSeconds } from './reading-time.ts'

const NONE = { assets: [], posters: [] }
const notice = (title: string, body: string): DraftScene => ({
  kind: 'notice',
  title: { ja: title },
  body: { ja: body },
})

test('three seconds to notice and five characters a second, in steps of five, never below ten', () => {
  expect([0, 1, 35, 36, 60, 61, 110].map(readingSeconds)).toEqual([null, 10, 10, 15, 15, 20, 25])
})

test('a notice is counted in its Japanese text without blanks', () => {
  const scene = notice('お知らせ', ` ${'あ'.repeat(31)}\n`)
  expect(suggestedSeconds(scene, NONE)).toBe(10)
  expect(suggestedSeconds(notice('お知らせ', 'あ'.repeat(32)), NONE)).toBe(15)
  expect(suggestedSeconds(notice('', ''), NONE)).toBeNull()
})

test('of a poster its texts, days and times are read, not its address', () => {
  const poster = {
    id: 'p',
    title: { ja: '催'.repeat(13), en: 'E'.repeat(300) },
    pictureId: null,
    poster: {
      template: 'event' as const,
      days: { from: '2026-12-05' },
      times: { start: '13:30' },
      place: { ja: '所'.repeat(8) },
      link: 'https://www.example.jp/a-long-way-to-go',
    },
  }
  const seconds = (title: string) =>
    suggestedSeconds({ kind: 'poster', posterId: 'p' }, { ...NONE, posters: [{ ...poster, title: { ja: title } }] })
  expect(seconds(poster.title.ja)).toBe(10)
  expect(seconds(`${poster.title.ja}し`)).toBe(15)
})

test('where nothing is to be read, or the poster is gone, nothing is suggested', () => {
  expect(suggestedSeconds({ kind: 'poster', posterId: 'gone' }, NONE)).toBeNull()
  expect(suggestedSeconds({ kind: 'live', streamId: 's' }, NONE)).toBeNull()
})
