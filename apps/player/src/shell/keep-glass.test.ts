import { createLogger } from '@akari/node-kit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepGlass } from './keep-glass.ts'
import type { Happening } from './watchdog.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp(agentIsUp: () => boolean) {
  const done: string[] = []
  const heard: ((happening: Happening) => void)[] = []
  const keeper = keepGlass({
    glass: {
      showScreen: () => done.push('screen'),
      showFallback: () => done.push('fallback'),
      fellRenderer: () => done.push('fell'),
      onHappening: (listener) => heard.push(listener),
    },
    knock: async () => agentIsUp(),
    startOver: () => done.push('over'),
    monotonicMs: () => Date.now(),
    log: createLogger('shell', { level: 'silent' }),
  })
  const happen = (happening: Happening) => {
    for (const listener of heard) listener(happening)
  }
  return { done, happen, keeper }
}

test('the built-in page stands in until the agent is up, and the screen follows within the knocking cap', async () => {
  let up = false
  const { done } = setUp(() => up)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual(['fallback'])
  up = true
  await vi.advanceTimersByTimeAsync(2_000)
  expect(done).toEqual(['fallback', 'screen'])
})

test('a screen that never completes is replaced by the built-in page after half a minute', async () => {
  const { done } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(29_999)
  expect(done).toEqual(['screen'])
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toEqual(['screen', 'fallback'])
})

test('a hung renderer is ended after five seconds and replaced when it is gone', async () => {
  const { done, happen } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(0)
  happen('screenLoaded')
  happen('unresponsive')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(done).toEqual(['screen', 'fell'])
  happen('rendererGone')
  expect(done).toEqual(['screen', 'fell', 'screen'])
  happen('screenLoaded')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['screen', 'fell', 'screen'])
})

test('five renderers lost within a minute start the shell over', async () => {
  const { done, happen } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(0)
  for (let loss = 0; loss < 5; loss += 1) happen('rendererGone')
  expect(done.at(-1)).toBe('over')
})

test('nothing is done any more once it is closed', async () => {
  const { done, happen, keeper } = setUp(() => false)
  await vi.advanceTimersByTimeAsync(0)
  keeper.close()
  happen('rendererGone')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['fallback'])
})
