import { describe, expect, it } from 'vitest'
import { backoff, spread } from './backoff.ts'

describe('spread', () => {
  it('stays between half of the period and all of it', () => {
    expect([0, 0.5, 1].map((at) => spread(4_000, () => at))).toEqual([2_000, 3_000, 4_000])
  })
})

describe('backoff', () => {
  it('doubles its ceiling up to the cap', () => {
    const waits = backoff({ capMs: 5000, baseMs: 250, random: () => 1 })
    expect(Array.from({ length: 7 }, () => waits.nextMs())).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
  })

  it('spreads over the whole range from zero', () => {
    expect(backoff({ capMs: 5000, random: () => 0 }).nextMs()).toBe(0)
  })

  it('starts small again after a success', () => {
    const waits = backoff({ capMs: 5000, random: () => 1 })
    waits.nextMs()
    waits.nextMs()
    waits.reset()
    expect(waits.nextMs()).toBe(250)
  })

  it('stays within the cap after years of failures', () => {
    const waits = backoff({ capMs: 5000, random: () => 1 })
    for (let n = 0; n < 2000; n++) expect(waits.nextMs()).toBeLessThanOrEqual(5000)
  })
})
