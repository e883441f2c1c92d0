import { CONSOLE_TOPICS } from '@akari/protocol'
import { expect, test } from 'vitest'
import { keys, staleAfter } from './keys.ts'

test.each(['displays', 'assets', 'playlists', 'schedule', 'programme'] as const)(
  'a change of %s changes what is left to publish',
  (topic) => expect(staleAfter(topic)).toContain(keys.draft),
)

test('every topic makes something stale', () => {
  expect(CONSOLE_TOPICS.filter((topic) => staleAfter(topic).length === 0)).toEqual([])
})
