import type { EntryView } from '@akari/protocol'
import { expect, test } from 'vitest'
import { mondayOf, weekOf } from './week-layout.ts'

function entry(id: string, start: string, durationMinutes: number, rrule: string | null): EntryView {
  return {
    id,
    name: id,
    playlistId: 'p',
    targets: { displayIds: [], groups: [] },
    priority: 'normal',
    rule: { start, durationMinutes, timeZone: 'Asia/Tokyo', rrule, exdates: [], rdates: [] },
    version: 1,
    updatedAt: '2026-11-20T00:00:00Z',
  }
}

test('a week starts on Monday', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
})

test('a night is drawn in both days it touches', () => {
  const days = weekOf([entry('night', '2026-11-27T22:00', 480, null)], '2026-11-23')
  expect(days[4]?.map(({ fromMinute, toMinute, continues }) => [fromMinute, toMinute, continues])).toEqual([
    [1320, 1440, false],
  ])
  expect(days[5]?.map(({ fromMinute, toMinute, continues }) => [fromMinute, toMinute, continues])).toEqual([
    [0, 360, true],
  ])
})

test('Sunday night of the week before reaches into this Monday', () => {
  const days = weekOf([entry('night', '2026-11-22T22:00', 480, null)], '2026-11-23')
  expect(days[0]?.[0]).toMatchObject({ fromMinute: 0, toMinute: 360 })
})

test('entries at the same time stand side by side, later ones have the whole width', () => {
  const days = weekOf(
    [
      entry('a', '2026-11-23T09:00', 120, null),
      entry('b', '2026-11-23T10:00', 120, null),
      entry('c', '2026-11-23T13:00', 60, null),
    ],
    '2026-11-23',
  )
  expect(days[0]?.map(({ entry: { id }, lane, lanes }) => [id, lane, lanes])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 0, 1],
  ])
})
