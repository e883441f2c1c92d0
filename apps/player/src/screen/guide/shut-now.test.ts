import type { WayClosure } from '@akari/protocol'
import { expect, test } from 'vitest'
import { closedAt } from './shut-now.ts'

const closure = (id: string, from: string | null, until: string | null): WayClosure => ({
  id,
  reason: { ja: '工事' },
  featureIds: [],
  zones: [],
  from,
  until,
})
const CLOSURES = [
  closure('now', null, null),
  closure('morning', '2026-11-28T08:00:00+09:00', '2026-11-28T12:00:00+09:00'),
  closure('over', null, '2026-11-28T08:00:00+09:00'),
]
const idsAt = (at: string | null) => closedAt(CLOSURES, at === null ? null : Date.parse(at)).map(({ id }) => id)

test('a closure holds from its beginning until just before its end', () => {
  expect(idsAt('2026-11-28T07:59:59+09:00')).toEqual(['now', 'over'])
  expect(idsAt('2026-11-28T08:00:00+09:00')).toEqual(['now', 'morning'])
  expect(idsAt('2026-11-28T12:00:00+09:00')).toEqual(['now'])
})

test('while nobody knows the time, everything that is ever closed is', () => {
  expect(idsAt(null)).toEqual(['now', 'morning', 'over'])
})
