import { describe, expect, it } from 'vitest'
import { startLoop } from './loop.ts'

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('startLoop', () => {
  it('runs again after a step that failed', async () => {
    let runs = 0
    const failures: unknown[] = []
    const step = async () => {
      runs += 1
      throw new Error(`run ${runs}`)
    }
    const loop = startLoop({ step, waitMs: () => 5, failed: (error) => failures.push(error) })
    await expect.poll(() => failures.length).toBeGreaterThan(2)
    await loop.close()
    const atClose = runs
    await later(30)
    expect(runs).toBe(atClose)
  })

  it('does not lose a wake that comes during a run, and never runs twice at once', async () => {
    let runs = 0
    let running = 0
    let most = 0
    const step = async () => {
      runs += 1
      running += 1
      most = Math.max(most, running)
      await later(20)
      running -= 1
    }
    const loop = startLoop({ step, waitMs: () => 60_000, failed: () => {} })
    await later(5)
    loop.wake()
    loop.wake()
    await expect.poll(() => runs).toBe(2)
    await later(50)
    expect({ runs, most }).toEqual({ runs: 2, most: 1 })
    await loop.close()
  })

  it('closes in the middle of a wait', async () => {
    const loop = startLoop({ step: async () => {}, waitMs: () => 60_000, failed: () => {} })
    await later(5)
    const startedAt = performance.now()
    await loop.close()
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})
