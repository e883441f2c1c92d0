import type { User } from '@akari/protocol'
import { expect, it } from 'vitest'
import { monthAfter, practiceOf } from './practice.ts'

const user = (username: string, role: User['role']): User => ({
  id: username,
  username,
  name: username,
  role,
  groups: null,
  mustChangePassword: false,
  createdAt: '2026-10-01T00:00:00.000Z',
})

it('shows each of the disaster staff when they are due, the most overdue first', async () => {
  const practice = await practiceOf({
    users: () => Promise.resolve([user('sato', 'disaster'), user('tanaka', 'disaster'), user('admin', 'admin')]),
    latest: () =>
      Promise.resolve([
        { actor: 'user:sato', action: 'alert.raised.drill', at: '2026-10-25T00:00:00.000Z' },
        { actor: 'user:sato', action: 'drill.checked', at: '2026-11-10T00:00:00.000Z' },
      ]),
    now: () => new Date('2026-11-22T00:00:00Z'),
    timeZone: 'Asia/Tokyo',
  })
  expect(practice).toMatchObject([
    { name: 'tanaka', last: null, dueAt: '2026-11-01T00:00:00Z', overdue: true },
    { name: 'sato', last: { what: 'checked' }, dueAt: '2026-12-10T00:00:00Z', overdue: false },
  ])
})

it('counts a month by the calendar', () => {
  expect(monthAfter('2027-01-31')).toBe('2027-02-28')
  expect(monthAfter('2026-12-15')).toBe('2027-01-15')
})
