import { dayKinds } from '@akari/programme'
import { expect, it } from 'vitest'
import { holidaysOf } from './holidays.service.ts'
import { officeCalendarOf } from './office-calendar.ts'

it('closes the city hall on weekends, holidays and around the new year', () => {
  const calendar = officeCalendarOf(holidaysOf([2026, 2027]))
  const kindsOf = (date: string) => [...dayKinds(calendar, date)]
  expect(kindsOf('2026-11-02')).toEqual([])
  expect(kindsOf('2026-11-03')).toEqual(['holiday', 'closed'])
  expect(kindsOf('2026-11-07')).toEqual(['closed'])
  expect(kindsOf('2026-12-29')).toEqual(['closed', 'yearEnd'])
  expect(kindsOf('2027-01-01')).toEqual(['holiday', 'closed', 'yearEnd'])
  expect(kindsOf('2027-01-04')).toEqual([])
})
