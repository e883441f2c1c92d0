import { expect, test } from 'vitest'
import { endAfter, endAtClock, standingOf } from './takeover-times.ts'

const TAKEOVER = {
  id: 't',
  name: '臨時議会',
  playlistId: 'p',
  playlistName: '議会',
  way: null,
  targets: { displayIds: ['lobby'], groups: [] },
  startsAt: '2026-11-22T05:00:00.000Z',
  endsAt: '2026-11-22T06:00:00.000Z',
  noticeSeconds: 10,
  state: 'planned' as const,
  startedBy: 'user:hanako',
  startedAt: '2026-11-22T04:00:00.000Z',
  endedBy: null,
  version: 1,
}

test('a takeover goes from planned to running to ended without asking the server again', () => {
  const at = (time: string) => standingOf(TAKEOVER, Date.parse(`2026-11-22T${time}:00Z`))
  expect([at('04:59'), at('05:00'), at('05:59'), at('06:00')]).toEqual(['planned', 'running', 'running', 'ended'])
  expect(standingOf({ ...TAKEOVER, state: 'ended' }, Date.parse('2026-11-22T05:30:00Z'))).toBe('ended')
})

test('it ends on full minutes', () => {
  expect(endAfter(Date.parse('2026-11-22T05:00:20Z'), 30)).toBe('2026-11-22T05:31:00.000Z')
  expect(endAfter(Date.parse('2026-11-22T05:00:00Z'), 30)).toBe('2026-11-22T05:30:00.000Z')
})

test('a time of day that is over means tomorrow', () => {
  const noon = Date.parse('2026-11-22T12:00:00+09:00')
  expect(endAtClock(noon, '17:15', 'Asia/Tokyo')).toBe('2026-11-22T08:15:00.000Z')
  expect(endAtClock(noon, '09:00', 'Asia/Tokyo')).toBe('2026-11-23T00:00:00.000Z')
})
