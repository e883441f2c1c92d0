import { KIOSK_LANGUAGES, withoutRuby } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byWord, daysWords, figuresIn, leafWords, timesWords, weekdaySign, weeksWords } from './poster-dates.ts'

describe('days', () => {
  test('are written with their weekday, the month once where it is the same', () => {
    const festival = { from: '2026-11-28', to: '2026-11-29' }
    expect(daysWords(festival, 'ja')).toEqual(['11月28日（土）〜', '29日（日）'])
    expect(daysWords(festival, 'en')).toEqual(['Sat 28 –', 'Sun 29 Nov'])
    expect(daysWords(festival, 'zh-Hans')).toEqual(['11月28日 星期六 –', '29日 星期日'])
    expect(daysWords(festival, 'ko')).toEqual(['11월 28일 (토) –', '29일 (일)'])
    expect(daysWords(festival, 'ja-x-easy').map(withoutRuby)).toEqual(['11月28日 土曜日 〜', '29日 日曜日'])
  })

  test('name both months over a turn of the month, and one day once', () => {
    expect(daysWords({ from: '2026-12-29', to: '2027-01-03' }, 'ja')).toEqual(['12月29日（火）〜', '1月3日（日）'])
    expect(daysWords({ from: '2026-12-29', to: '2027-01-03' }, 'en')).toEqual(['Tue 29 Dec –', 'Sun 3 Jan'])
    expect(daysWords({ from: '2026-12-13', to: '2026-12-13' }, 'ja')).toEqual(['12月13日（日）'])
  })

  test('of a poll stand on a leaf of the calendar', () => {
    expect(leafWords('2026-12-13', 'ja')).toEqual({ month: '12月', date: '13', weekday: '日曜日' })
    expect(leafWords('2026-12-13', 'en')).toEqual({ month: 'December', date: '13', weekday: 'Sunday' })
  })
})

test('times are written as on a clock, without a nought in front', () => {
  expect(timesWords({ start: '08:30', end: '20:00' }, 'ja')).toBe('8:30〜20:00')
  expect(timesWords({ start: '09:00' }, 'en')).toBe('9:00–')
  expect([byWord('08:30'), byWord('13:00')]).toEqual(['by', 'byLater'])
})

test('weeks of the month are listed in their order, all of them as every week', () => {
  expect(weeksWords([3, 1], 'ja')).toBe('第1・3')
  expect(weeksWords([2, 4], 'en')).toBe('2nd, 4th')
  expect(weeksWords(undefined, 'ko')).toBe('매주')
  expect(weeksWords([1, 2, 3, 4, 5], 'zh-Hans')).toBe('每周')
})

test('every language has seven different signs for the days of the week', () => {
  for (const language of KIOSK_LANGUAGES) {
    const signs = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).map((day) => weekdaySign(day, language).sign)
    expect(new Set(signs).size).toBe(7)
  }
})

test('a line loses nothing when its figures are told apart, and one with readings stays whole', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(
        figuresIn(line)
          .map(({ text }) => text)
          .join(''),
      ).toBe(line)
    }),
  )
  expect(figuresIn('11月28日')).toEqual([
    { text: '11', figure: true },
    { text: '月', figure: false },
    { text: '28', figure: true },
    { text: '日', figure: false },
  ])
  expect(figuresIn('｜1日《ついたち》')).toHaveLength(1)
})
