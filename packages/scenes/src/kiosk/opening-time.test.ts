import { describe, expect, it, test } from 'vitest'
import { hoursLines, openNow } from './opening-time.ts'

const at = (local: string, holidays: { date: string; name: string }[] = []) => ({
  nowMs: Date.parse(`${local}+09:00`),
  timeZone: 'Asia/Tokyo',
  calendar: { holidays, closedWeekdays: [], closedDates: [], openDates: [], yearEnd: null },
})
const OFFICE = 'Mo-Fr 08:30-17:15'

describe('open now', () => {
  // 2026-11-27 is a Friday.
  it.each([
    ['2026-11-27T08:29', false],
    ['2026-11-27T08:30', true],
    ['2026-11-27T17:15', false],
    ['2026-11-28T10:00', false],
  ] as const)('%s is %s for an office', (local, open) => {
    expect(openNow(OFFICE, at(local))).toBe(open)
  })

  it('goes by the city’s clock, also where the day is another in Greenwich', () => {
    expect(openNow('Sa 00:00-09:00', at('2026-11-28T03:00'))).toBe(true)
  })

  it('says nothing on a holiday of which the hours say nothing, without hours, and without a clock', () => {
    const culture = [{ date: '2026-11-27', name: '休日' }]
    expect(openNow(OFFICE, at('2026-11-27T10:00', culture))).toBeNull()
    expect(openNow(`${OFFICE}; PH off`, at('2026-11-27T10:00', culture))).toBe(false)
    expect(openNow(null, at('2026-11-27T10:00'))).toBeNull()
    expect(openNow(OFFICE, { ...at('2026-11-27T10:00'), nowMs: null })).toBeNull()
  })
})

test('hours are written as people do, in their language', () => {
  expect(hoursLines('Mo-Fr 08:30-17:15; Sa 09:00-12:00; PH off', 'ja')).toEqual([
    '月～金 8:30～17:15',
    '土 9:00～12:00',
    '祝日 休み',
  ])
  expect(hoursLines('Mo,We 10:00-16:00', 'en')).toEqual(['Mon, Wed 10:00–16:00'])
  expect(hoursLines('Mo-Su 09:00-21:30', 'ja-x-easy')).toEqual(['月《げつ》～日《にち》 9:00～21:30'])
  expect(hoursLines('24/7', 'ko')).toEqual(['24시간'])
})
