import type { HoursOf, HoursView } from '@akari/protocol'
import { expect, test } from 'vitest'
import { followedBy } from './followed.ts'

function hours(id: string, of: HoursOf): HoursView {
  return { id, of, position: 0, hours: { weekly: [], exceptions: [] }, version: 1, updatedAt: '2026-11-22T00:00:00Z' }
}

test('a display follows its own hours, else those of its group that comes first, else none', () => {
  const all = [
    hours('waiting', { kind: 'group', group: '待合' }),
    hours('lobby', { kind: 'group', group: 'ロビー' }),
    hours('own', { kind: 'display', displayId: 'a' }),
  ]
  expect(followedBy({ id: 'a', groups: ['ロビー'] }, all)?.id).toBe('own')
  expect(followedBy({ id: 'b', groups: ['ロビー', '待合'] }, all)?.id).toBe('waiting')
  expect(followedBy({ id: 'c', groups: ['屋外'] }, all)).toBeNull()
})
