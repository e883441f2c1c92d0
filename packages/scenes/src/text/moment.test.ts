import { expect, test } from 'vitest'
import { momentWords } from './moment.ts'

const at = '2026-11-22T05:05:00Z'

test('each language writes the day its own way, in the time zone of the city', () => {
  expect(momentWords(at, 'ja', 'Asia/Tokyo')).toEqual({ date: '11月22日（日）', time: '14:05' })
  expect(momentWords(at, 'ja-x-easy', 'Asia/Tokyo').date).toBe('11月22日 日曜日')
  expect(momentWords(at, 'en', 'Asia/Tokyo').date).toMatch(/^Sun,? 22 Nov$/)
  expect(momentWords(at, 'zh-Hans', 'Asia/Tokyo').date).toBe('11月22日 星期日')
  expect(momentWords(at, 'ko', 'Asia/Tokyo').date).toBe('11월 22일 (일)')
})

test('midnight is 00:00 in every language', () => {
  for (const language of ['ja', 'ja-x-easy', 'en', 'zh-Hans', 'ko'] as const)
    expect(momentWords('2026-11-21T15:00:00Z', language, 'Asia/Tokyo').time).toBe('00:00')
})
