import { createLogger } from '@akari/node-kit'
import { expect, test } from 'vitest'
import { tellKinds } from './tell-kinds.ts'

test('the agent hears once of what happens again and again, and of each kind', async () => {
  const address = 'http://127.0.0.1:8090/refused'
  const told: unknown[] = []
  let nowMs = 0
  const tell = tellKinds<string>(
    {
      agentOrigin: 'http://127.0.0.1:8090',
      fetch: async (url, init) => {
        told.push([url, init?.body])
        throw new Error('nobody there')
      },
      log: createLogger('test', { level: 'silent' }),
      monotonicMs: () => nowMs,
    },
    { path: '/refused', message: 'refused' },
  )
  for (let turn = 0; turn < 1_000; turn += 1) tell('download')
  tell('dialog', { type: 'alert' })
  nowMs = 30_000
  tell('download')
  expect(told).toEqual([
    [address, '{"what":"download"}'],
    [address, '{"what":"dialog"}'],
    [address, '{"what":"download"}'],
  ])
})
