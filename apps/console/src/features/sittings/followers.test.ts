import type { SittingView } from '@akari/protocol'
import { expect, test } from 'vitest'
import { followersOf } from './followers.ts'

const NOW = Date.parse('2026-12-01T12:00:00+09:00')
const DISPLAYS = [
  { id: 'lobby', groups: ['ロビー'], tags: [] },
  { id: 'hall', groups: ['ロビー'], tags: [] },
  { id: 'library', groups: [], tags: [] },
]

function shownFrom(id: string, from: string | null, changes: Partial<SittingView> = {}): SittingView {
  const shown = from === null ? null : { startsAt: `2026-12-01T${from}:00+09:00`, endsAt: '2026-12-01T18:00:00+09:00' }
  return {
    id,
    afterMinutes: 10,
    targets: { displayIds: [], groups: ['ロビー'] },
    takenOffBy: null,
    shown,
    ...changes,
  } as SittingView
}

const after = (...others: SittingView[]) => followersOf(shownFrom('own', '09:30'), others, DISPLAYS, NOW)

test('a sitting follows where its countdown has begun by the time the closing words are over', () => {
  const [first, ...more] = after(
    shownFrom('next', '12:10', { targets: { displayIds: ['hall', 'library'], groups: [] } }),
    shownFrom('later', '12:11'),
  )
  expect(more).toEqual([])
  expect([first?.sitting.id, first?.displayIds]).toEqual(['next', ['hall']])
})

test('none follows that is over, was taken off, or is on other displays, and none follows itself', () => {
  const elsewhere = { targets: { displayIds: ['library'], groups: [] } }
  expect(after(shownFrom('over', null), shownFrom('off', '11:00', { takenOffBy: 'u1' }))).toEqual([])
  expect(after(shownFrom('other', '11:00', elsewhere), shownFrom('own', '09:30'))).toEqual([])
})
