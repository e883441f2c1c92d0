import { createLogger } from '@akari/node-kit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepGlass } from './keep-glass.ts'
import type { Happening } from './watchdog.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A page that presents frames and reports them, until it is told otherwise. */
function somePage() {
  let life = 1
  const begunMs = Date.now()
  return {
    is: 'painting' as 'painting' | 'hung' | 'undrawn' | 'still',
    anew: () => void (life += 1),
    proof: (is: string): Promise<unknown> => {
      if (is === 'hung' || is === 'undrawn') return new Promise(() => undefined)
      const painted = is === 'still' ? 7 : 1 + Math.floor((Date.now() - begunMs) / 5_000)
      return Promise.resolve({ life, painted, quiet: true })
    },
  }
}

function setUp(agentIsUp: () => boolean, page = somePage()) {
  let mb = 200
  const done: string[] = []
  const mended: string[] = []
  const heard: ((happening: Happening) => void)[] = []
  const keeper = keepGlass({
    glass: {
      showScreen: () => {
        page.anew()
        done.push('screen')
      },
      showFallback: () => done.push('fallback'),
      fellRenderer: () => done.push('fell'),
      fellGpu: () => {
        page.is = 'painting'
        done.push('fellGpu')
      },
      proof: () => page.proof(page.is),
      hears: async () => page.is !== 'hung' || new Promise<boolean>(() => undefined),
      memoryMb: async () => mb,
      onHappening: (listener) => heard.push(listener),
    },
    knock: async () => agentIsUp(),
    startOver: () => done.push('over'),
    ceilingMb: 400,
    mended: (what) => mended.push(what),
    monotonicMs: () => Date.now(),
    log: createLogger('shell', { level: 'silent' }),
  })
  const happen = (happening: Happening) => {
    for (const listener of heard) listener(happening)
  }
  return { done, mended, happen, keeper, page, grow: (to: number) => void (mb = to) }
}

test('the built-in page stands in until the agent is up, and the screen follows within the knocking cap', async () => {
  let up = false
  const { done } = setUp(() => up)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual(['fallback'])
  up = true
  await vi.advanceTimersByTimeAsync(1_000)
  expect(done).toEqual(['fallback', 'screen'])
})

test('a screen that never paints is replaced by the built-in page after eight seconds', async () => {
  const page = somePage()
  page.is = 'undrawn'
  const { done, mended } = setUp(() => true, page)
  await vi.advanceTimersByTimeAsync(7_999)
  expect(done).toEqual(['screen'])
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toEqual(['screen', 'fell', 'fallback'])
  expect(mended).toEqual([])
})

test('a renderer that Chromium calls hung is left alone while it paints', async () => {
  const { done, happen } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(1_000)
  happen('unresponsive')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(done).toEqual(['screen'])
})

test('a stopped renderer is ended within six seconds and replaced when it is gone', async () => {
  const { done, mended, happen, page } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(1_500)
  page.is = 'hung'
  await vi.advanceTimersByTimeAsync(6_000)
  expect(done).toEqual(['screen', 'fell'])
  page.is = 'painting'
  happen('rendererGone')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['screen', 'fell', 'screen'])
  expect(mended).toEqual(['rendererEnded', 'rendererGone'])
})

test('a page that answers while no frame is presented has what draws it ended, and stays', async () => {
  const { done, mended, page } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(1_500)
  page.is = 'undrawn'
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['screen', 'fellGpu'])
  expect(mended).toEqual(['gpuEnded'])
})

test('frames in which nothing moves on are a page that stands still: it is ended after a quarter of a minute', async () => {
  const { done, page } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(1_500)
  page.is = 'still'
  await vi.advanceTimersByTimeAsync(14_000)
  expect(done).toEqual(['screen'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(done).toEqual(['screen', 'fell'])
})

test('a page over its ceiling is loaded anew, once within ten minutes', async () => {
  const { done, mended, grow } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(1_500)
  grow(401)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(done).toEqual(['screen', 'screen'])
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(done).toEqual(['screen', 'screen', 'screen'])
  expect(mended).toEqual(['pageReloaded', 'pageReloaded'])
})

test('five renderers lost within a minute start the shell over', async () => {
  const { done, mended, happen } = setUp(() => true)
  await vi.advanceTimersByTimeAsync(0)
  for (let loss = 0; loss < 5; loss += 1) happen('rendererGone')
  expect(done.at(-1)).toBe('over')
  expect(mended.at(-1)).toBe('startedOver')
})

test('nothing is done any more once it is closed', async () => {
  const { done, happen, keeper } = setUp(() => false)
  await vi.advanceTimersByTimeAsync(0)
  keeper.close()
  happen('rendererGone')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['fallback'])
})
