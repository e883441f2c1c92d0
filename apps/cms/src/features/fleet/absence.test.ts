import type { DisplayView } from '@akari/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LOBBY } from '../../testing/test-player.ts'
import { isQuiet, missedSince } from './absence.ts'

const START = new Date('2026-11-20T00:00:00Z')
const display = (changes: Partial<DisplayView>): DisplayView => ({
  id: 'lobby',
  ...LOBBY,
  groups: [],
  tags: [],
  defaultPlaylistId: null,
  status: 'offline',
  lastSeenAt: '2026-11-20T01:00:00Z',
  pairedAt: '2026-11-19T00:00:00Z',
  publishedRevision: null,
  health: null,
  ...changes,
})

it('misses a display that was heard before, and not one that is being set up, worked on, hidden or there', () => {
  expect(missedSince(display({}), START)).toBe('2026-11-20T01:00:00Z')
  const maintenance = { since: '2026-11-20T01:00:00Z', until: null, note: '', by: 'user:a' }
  const others = [
    { lastSeenAt: null },
    { maintenance },
    { canary: true },
    { status: 'trouble' },
    { status: 'unpaired' },
  ] as const
  for (const changes of others) expect(missedSince(display(changes), START)).toBeNull()
})

it('does not blame displays for the time in which the server itself was away', () => {
  expect(missedSince(display({ lastSeenAt: '2026-11-19T20:00:00Z' }), START)).toBe(START.toISOString())
})

it('is quiet by the city’s clock, also over midnight, and never when the two times are the same', () => {
  const night = { quiet: { from: '22:00', to: '07:00' } }
  const at = (time: string) => new Date(`2026-11-20T${time}:00+09:00`)
  for (const time of ['22:00', '23:59', '00:00', '06:59']) expect(isQuiet(night, at(time), 'Asia/Tokyo')).toBe(true)
  for (const time of ['07:00', '12:00', '21:59']) expect(isQuiet(night, at(time), 'Asia/Tokyo')).toBe(false)
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }), (from, minute) => {
      const clock = (n: number) => `${two(Math.floor(n / 60))}:${two(n % 60)}`
      const moment = at(clock(minute))
      expect(isQuiet({ quiet: { from: clock(from), to: clock(from) } }, moment, 'Asia/Tokyo')).toBe(false)
      const [one, other] = [clock(from), clock((from + 300) % 1440)]
      const inside = isQuiet({ quiet: { from: one, to: other } }, moment, 'Asia/Tokyo')
      expect(isQuiet({ quiet: { from: other, to: one } }, moment, 'Asia/Tokyo')).toBe(!inside)
    }),
  )
})
