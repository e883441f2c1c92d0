import type { Alert, ChannelBook } from '@akari/protocol'
import { expect, it } from 'vitest'
import { withStaleness } from './staleness.ts'

const SINCE = '2026-09-07T14:00:00.000Z'

function book(...alerts: Partial<Alert>[]): ChannelBook {
  return {
    slots: Object.fromEntries(
      alerts.map((alert) => [
        alert.id,
        { alert: { phase: 'inForce', ...alert } as Alert, order: [1], keepUntil: null },
      ]),
    ),
  }
}

it('writes on the alerts named since when nobody can vouch for them, and on no other', () => {
  const marked = withStaleness(book({ id: 'a' }, { id: 'b' }), new Map([['a', SINCE]]))
  expect(marked.slots['a']?.alert?.stale).toEqual({ since: SINCE })
  expect(marked.slots['b']?.alert?.stale).toBeUndefined()
})

it('takes it back when the source is heard again', () => {
  const marked = withStaleness(book({ id: 'a' }), new Map([['a', SINCE]]))
  expect(withStaleness(marked, new Map()).slots['a']?.alert?.stale).toBeNull()
})

it('changes nothing where nothing changed, and leaves what is over alone', () => {
  const before = book({ id: 'a' }, { id: 'over', phase: 'cleared' })
  expect(withStaleness(before, new Map([['over', SINCE]]))).toBe(before)
  const marked = withStaleness(before, new Map([['a', SINCE]]))
  expect(withStaleness(marked, new Map([['a', SINCE]]))).toBe(marked)
})
