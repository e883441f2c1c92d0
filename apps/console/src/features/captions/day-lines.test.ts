import { expect, test } from 'vitest'
import { dayLines } from './day-lines.ts'

const OPENS = '2026-11-30T10:00:00+09:00'

test('what was said on the day of the sitting needs no date', () => {
  expect(dayLines(['2026-11-30T09:58:00+09:00', '2026-11-30T10:00:03+09:00'], OPENS)).toEqual([false, false])
  expect(dayLines([], OPENS)).toEqual([])
})

test('a date stands before what was said on the day before, before the day of the sitting again, and past midnight', () => {
  const said = [
    '2026-11-29T17:02:00+09:00',
    // The same day, as the universal clock has it.
    '2026-11-29T14:59:59Z',
    '2026-11-30T10:00:03+09:00',
    '2026-11-30T14:59:59Z',
    '2026-11-30T15:00:00Z',
  ]
  expect(dayLines(said, OPENS)).toEqual([true, false, true, false, true])
})
