import { expect, test } from 'vitest'
import { BLANK_KEY, keyFor, keyOf } from './new-key.ts'

test('a new key may do nothing until somebody chooses what', () => {
  const named = { ...BLANK_KEY, name: '番組を組むシステム' }
  expect(named.scopes).toEqual([])
  expect(keyOf(named)).toBeNull()
  expect(keyOf({ ...named, scopes: ['schedule:read'] })).toEqual({
    name: '番組を組むシステム',
    scopes: ['schedule:read'],
    expiresAt: null,
  })
})

test('a page that needs a key leads to one that may do just that', () => {
  expect(keyFor('captions:write')).toEqual({ ...BLANK_KEY, scopes: ['captions:write'] })
  expect([keyFor(null), keyFor('everything')]).toEqual([BLANK_KEY, BLANK_KEY])
})

test('a key needs a name', () => {
  expect(keyOf({ ...BLANK_KEY, name: '  ', scopes: ['metrics:read'] })).toBeNull()
})

test('a key holds to the end of its last day in Japan', () => {
  expect(keyOf({ name: '気象', scopes: ['values:write'], lastDay: '2026-12-31' })?.expiresAt).toBe(
    '2026-12-31T15:00:00.000Z',
  )
})
