import { Language } from '@akari/protocol'
import { expect, test } from 'vitest'
import { momentWords } from './moment.ts'

const at = '2026-11-22T05:05:00Z'

test('each language writes the day its own way, in the time zone of the city', () => {
  expect(momentWords(at, 'ja', 'Asia/Tokyo')).toEqual({ date: '11月22日（日）', time: '14:05' })
  expect(momentWords(at, 'ja-x-easy', 'Asia/Tokyo').date).toBe('11月《がつ》22日《にち》 日曜日《にちようび》')
  expect(momentWords(at, 'en', 'Asia/Tokyo').date).toMatch(/^Sun,? 22 Nov$/)
  expect(momentWords(at, 'zh-Hans', 'Asia/Tokyo').date).toBe('11月22日 星期日')
  expect(momentWords(at, 'zh-Hant', 'Asia/Tokyo').date).toBe('11月22日 星期日')
  expect(momentWords(at, 'uk', 'Asia/Tokyo').date).toMatch(/^нд, 22 лист/)
  expect(momentWords(at, 'th', 'Asia/Tokyo').date).toBe('อาทิตย์ 22 พ.ย.')
  expect(momentWords(at, 'ko', 'Asia/Tokyo').date).toBe('11월 22일 (일)')
})

test('midnight is 00:00 in every language, in the figures of the clock', () => {
  for (const language of Language.options)
    expect(momentWords('2026-11-21T15:00:00Z', language, 'Asia/Tokyo').time).toBe('00:00')
  expect(momentWords(at, 'ne', 'Asia/Tokyo').date).toContain('22')
})

test('days that are read their own way have that reading', () => {
  const easy = (day: string) => momentWords(`2026-11-${day}T03:00:00Z`, 'ja-x-easy', 'Asia/Tokyo').date
  expect(easy('20')).toBe('11月《がつ》｜20日《はつか》 金曜日《きんようび》')
  expect(easy('03')).toBe('11月《がつ》｜3日《みっか》 火曜日《かようび》')
})
