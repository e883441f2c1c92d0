import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter, monthLeaf } from './month-leaf.ts'

test('a leaf begins on the Sunday on or before the first', () => {
  expect(monthLeaf('2026-11-28')[0]).toEqual([
    '2026-11-01',
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
    '2026-11-05',
    '2026-11-06',
    '2026-11-07',
  ])
  expect(monthLeaf('2026-02-10')).toHaveLength(4)
  expect(monthLeaf('2026-08-31')).toHaveLength(6)
})

test('every day of the month is on its leaf once, in order, and no week is without one of them', () => {
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      const date = day.toISOString().slice(0, 10)
      const weeks = monthLeaf(date)
      const all = weeks.flat()
      const own = all.filter((each) => each.slice(0, 7) === date.slice(0, 7))
      expect(own).toContain(date)
      expect(own.at(-1)?.slice(8)).toBe(String(own.length).padStart(2, '0'))
      expect(all.every((each, at) => at === 0 || each === daysAfter(all[at - 1] ?? '', 1))).toBe(true)
      expect(weeks.every((week) => week.some((each) => own.includes(each)))).toBe(true)
    }),
  )
})
