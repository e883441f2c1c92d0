import type { LocalDate, OfficeCalendar, OperatingHours, TodayEvent } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '../clock/month-leaf.ts'
import { closuresAfter, eventsToday, officeNow, timesOn } from './office-day.ts'

const ZONE = 'Asia/Tokyo'
const at = (local: string): number => Date.parse(`${local}:00+09:00`)
const calendar: OfficeCalendar = {
  holidays: [{ date: '2026-11-23', name: '勤労感謝の日' }],
  closedWeekdays: ['SA', 'SU'],
  closedDates: [],
  openDates: [],
  yearEnd: { from: '12-29', to: '01-03' },
}
const hours: OperatingHours = {
  weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start: '08:30', end: '17:15' }] }],
  exceptions: [{ days: ['closed'], times: [] }],
}
const office = { hours, calendar }

test('on a working day it opens, is open, and has closed', () => {
  expect(officeNow(office, at('2026-11-27T08:29'), ZONE)).toEqual({ state: 'before', at: '08:30' })
  expect(officeNow(office, at('2026-11-27T08:30'), ZONE)).toEqual({ state: 'open', until: '17:15' })
  expect(officeNow(office, at('2026-11-27T17:15'), ZONE)).toEqual({
    state: 'shut',
    isClosedDay: false,
    next: { date: '2026-11-30', at: '08:30' },
  })
})

test('on a Saturday before a holiday it is closed, until the day after it', () => {
  expect(officeNow(office, at('2026-11-21T10:00'), ZONE)).toEqual({
    state: 'shut',
    isClosedDay: true,
    next: { date: '2026-11-24', at: '08:30' },
  })
  expect(closuresAfter(office, '2026-11-20')).toEqual([
    { from: '2026-11-21', to: '2026-11-23', holidays: ['勤労感謝の日'] },
    { from: '2026-11-28', to: '2026-11-29', holidays: [] },
  ])
})

test('times that reach into the next day belong to the day they start on', () => {
  const night = {
    hours: { weekly: [{ weekdays: ['FR' as const], times: [{ start: '22:00', end: '02:00' }] }], exceptions: [] },
    calendar,
  }
  expect(officeNow(night, at('2026-11-27T23:00'), ZONE)).toEqual({ state: 'open', until: '02:00' })
  expect(officeNow(night, at('2026-11-28T01:59'), ZONE)).toEqual({ state: 'open', until: '02:00' })
  expect(officeNow(night, at('2026-11-28T02:00'), ZONE)).toMatchObject({ state: 'shut' })
})

test('an office that never opens says so without a next day', () => {
  const never = { hours: { weekly: [], exceptions: [] }, calendar: null }
  expect(officeNow(never, at('2026-11-27T10:00'), ZONE)).toEqual({ state: 'shut', isClosedDay: true, next: null })
  expect(closuresAfter(never, '2026-11-27')).toEqual([{ from: '2026-11-28', to: '2026-12-11', holidays: [] }])
})

test('closures are exactly the days of the next two weeks on which nothing is open', () => {
  const dates = fc.integer({ min: 0, max: 365 }).map((day) => daysAfter('2026-01-01', day))
  fc.assert(
    fc.property(dates, fc.array(dates, { maxLength: 40 }), (date, closedDates) => {
      const house = { hours, calendar: { ...calendar, closedDates } }
      const told = closuresAfter(house, date).flatMap(({ from, to }) => {
        const days: LocalDate[] = []
        for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day)
        return days
      })
      const next = Array.from({ length: 14 }, (_, ahead) => daysAfter(date, ahead + 1))
      expect(told).toEqual(next.filter((day) => timesOn(house, day).length === 0))
    }),
  )
})

test('of the events of today what goes on and what is to come, in order', () => {
  const event = (id: string, startsAt: string, endsAt: string | null): TodayEvent => ({
    id,
    name: { ja: id },
    startsAt: `${startsAt}:00+09:00`,
    endsAt: endsAt === null ? null : `${endsAt}:00+09:00`,
  })
  const events = [
    event('later', '2026-11-27T15:00', null),
    event('over', '2026-11-27T09:00', '2026-11-27T10:00'),
    event('on', '2026-11-27T10:00', '2026-11-27T12:00'),
    event('open-ended', '2026-11-27T08:00', null),
    event('tomorrow', '2026-11-28T09:00', null),
    event('through', '2026-11-26T09:00', '2026-11-28T17:00'),
  ]
  const told = eventsToday(events, at('2026-11-27T11:00'), ZONE).map(({ id, isOn }) => `${id} ${isOn}`)
  expect(told).toEqual(['through true', 'open-ended true', 'on true', 'later false'])
})
