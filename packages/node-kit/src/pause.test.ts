import { expect, test } from 'vitest'
import { pause, within } from './pause.ts'

const HOUR_MS = 3_600_000
const never = () => new Promise<string>(() => {})

test('a pause ends early when its signal says so, also when it said so before', async () => {
  const stop = new AbortController()
  const paused = pause(HOUR_MS, stop.signal)
  stop.abort()
  await expect(paused).resolves.toBeUndefined()
  await expect(pause(HOUR_MS, stop.signal)).resolves.toBeUndefined()
})

test('an answer in time is given back, and what it rejects with', async () => {
  expect(await within(Promise.resolve('yes'), HOUR_MS)).toBe('yes')
  await expect(within(Promise.reject(new Error('no')), HOUR_MS)).rejects.toThrow('no')
})

test('no answer in time is late, and so is one that nobody waits for', async () => {
  expect(await within(never(), 1)).toBe('late')
  expect(await within(never(), HOUR_MS, AbortSignal.abort())).toBe('late')
})
