import type { DrillWhen, Instant } from '@akari/protocol'
import { expect, it } from 'vitest'
import { isOpen, neverRuns, nextStart } from './drill-times.ts'

const CALENDAR = {
  timeZone: 'Asia/Tokyo',
  holidays: [{ date: '2026-11-23', name: { ja: '勤労感謝の日', en: 'Labor Thanksgiving Day' } }],
}
const monthly = (part: Partial<Extract<DrillWhen, { kind: 'monthly' }>>): DrillWhen => ({
  kind: 'monthly',
  nth: 2,
  weekday: 'TU',
  time: '10:00',
  skipClosedDays: true,
  ...part,
})
const next = (when: DrillWhen, after: string, skipped: Instant[] = []) =>
  nextStart(when, CALENDAR, new Date(after).toISOString(), new Set(skipped))

it('comes on the nth weekday of every month, also from the middle of one', () => {
  expect(next(monthly({}), '2026-11-01T00:00:00+09:00')).toBe('2026-11-10T01:00:00.000Z')
  expect(next(monthly({}), '2026-11-10T10:00:00+09:00')).toBe('2026-12-08T01:00:00.000Z')
  expect(next(monthly({ nth: -1, weekday: 'FR' }), '2026-11-22T00:00:00+09:00')).toBe('2026-11-27T01:00:00.000Z')
})

it('leaves out holidays, weekends and the days around New Year only where it is told to', () => {
  const fourthMonday = monthly({ nth: 4, weekday: 'MO' })
  expect(next(fourthMonday, '2026-11-01T00:00:00+09:00')).toBe('2026-12-28T01:00:00.000Z')
  expect(next({ ...fourthMonday, skipClosedDays: false } as DrillWhen, '2026-11-01T00:00:00+09:00')).toBe(
    '2026-11-23T01:00:00.000Z',
  )
  expect(next(monthly({ nth: -1, weekday: 'TU' }), '2026-12-01T00:00:00+09:00')).toBe('2027-01-26T01:00:00.000Z')
  expect(isOpen(monthly({ weekday: 'SA' }), CALENDAR, '2026-11-14T01:00:00Z')).toBe(false)
})

it('comes once at its moment, and never again', () => {
  const once: DrillWhen = { kind: 'once', at: '2026-11-23T10:00' }
  expect(next(once, '2026-11-23T09:59:59+09:00')).toBe('2026-11-23T01:00:00.000Z')
  expect(next(once, '2026-11-23T10:00:00+09:00')).toBeNull()
  expect(next(once, '2026-11-22T00:00:00+09:00', ['2026-11-23T01:00:00.000Z'])).toBeNull()
  expect(next({ kind: 'byHand' }, '2026-11-22T00:00:00+09:00')).toBeNull()
})

it('says of times that would never come that they never run', () => {
  const now = '2026-11-22T00:00:00Z'
  expect(neverRuns({ kind: 'once', at: '2026-11-01T10:00' }, CALENDAR, now)).toBe(true)
  expect(neverRuns(monthly({ weekday: 'SU' }), CALENDAR, now)).toBe(true)
  expect(neverRuns(monthly({}), CALENDAR, now)).toBe(false)
  expect(neverRuns({ kind: 'byHand' }, CALENDAR, now)).toBe(false)
})
