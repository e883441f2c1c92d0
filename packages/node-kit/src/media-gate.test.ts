import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { mediaGate } from './media-gate.ts'

const never = new AbortController().signal
const gateOf = (bytesPerSecond: number) => mediaGate({ bytesPerSecond, monotonicMs: () => performance.now() })

/** How long it takes until all of these have passed, in ms. */
async function timeOf(passing: Promise<void>[]): Promise<number> {
  const start = performance.now()
  await Promise.all(passing)
  return performance.now() - start
}

test('what fits the rate passes at once, more of it waits its turn', async () => {
  const gate = gateOf(1_000_000)
  expect(await timeOf([gate.pass(1000, never)])).toBeLessThan(50)
  const many = Array.from({ length: 10 }, () => gate.pass(40_000, never))
  expect(await timeOf(many)).toBeGreaterThan(250)
})

test('while an alert goes out nothing passes', async () => {
  const gate = gateOf(1_000_000_000)
  gate.hold(200)
  let passed = false
  const waiting = gate.pass(1, never).then(() => (passed = true))
  await pause(100)
  expect(passed).toBe(false)
  await waiting
})

test('a display that hangs up waits no longer', async () => {
  const gate = gateOf(1)
  const gone = new AbortController()
  const waiting = gate.pass(1000, gone.signal)
  gone.abort()
  await expect(waiting).rejects.toThrow('aborted')
})
