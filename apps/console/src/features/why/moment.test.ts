import { expect, test } from 'vitest'
import { dayOf, movedBy, readMoment, sameTimeOn, withinReach } from './moment.ts'

const AT = Date.parse('2026-11-28T09:10:30+09:00')
const iso = (ms: number | null): string => new Date(ms ?? Number.NaN).toISOString()

test('reads the minute of an address in the city’s zone, and nothing else', () => {
  expect(iso(readMoment('2026-11-28T09:10'))).toBe('2026-11-28T00:10:00.000Z')
  for (const wrong of [null, '', 'now', '2026-11-28', '2026-11-28T09:10:00Z', '2026-99-99T09:10']) {
    expect(readMoment(wrong)).toBeNull()
  }
})

test('knows the local day around a moment, and the same time on another', () => {
  expect(dayOf(AT)).toEqual({
    day: '2026-11-28',
    startsAtMs: Date.parse('2026-11-28T00:00+09:00'),
    endsAtMs: Date.parse('2026-11-29T00:00+09:00'),
  })
  expect(iso(sameTimeOn('2026-12-31', AT))).toBe('2026-12-31T00:10:00.000Z')
})

test('keys move by a minute, an hour, and to the ends of the day', () => {
  expect(iso(movedBy('ArrowRight', AT))).toBe('2026-11-28T00:11:00.000Z')
  expect(iso(movedBy('ArrowDown', AT))).toBe('2026-11-28T00:09:00.000Z')
  expect(iso(movedBy('PageUp', AT))).toBe('2026-11-28T01:10:00.000Z')
  expect(iso(movedBy('PageDown', AT))).toBe('2026-11-27T23:10:00.000Z')
  expect(iso(movedBy('Home', AT))).toBe('2026-11-27T15:00:00.000Z')
  expect(iso(movedBy('End', AT))).toBe('2026-11-28T14:59:00.000Z')
  expect(movedBy('a', AT)).toBeNull()
})

test('stays within 45 days before and after today', () => {
  expect(iso(withinReach(AT + 100 * 86_400_000, AT))).toBe('2027-01-12T14:59:00.000Z')
  expect(iso(withinReach(0, AT))).toBe('2026-10-13T15:00:00.000Z')
  expect(withinReach(AT, AT)).toBe(AT)
})
