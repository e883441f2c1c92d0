import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_BEHIND_MS, recordedTimes } from './caption-pace.ts'

const said = fc
  .array(fc.record({ cameMs: fc.nat(120_000), readMs: fc.integer({ min: 100, max: 12_000 }), isCut: fc.boolean() }), {
    maxLength: 60,
  })
  .map((phrases) => phrases.toSorted((a, b) => a.cameMs - b.cameMs))

test('in a recording nothing comes before it was said, out of its order, or later than the next and 20 s', () => {
  fc.assert(
    fc.property(said, (phrases) => {
      const times = recordedTimes(phrases)
      for (const [at, { cameMs }] of phrases.entries()) {
        const time = times[at] ?? -1
        const nextMs = phrases.find((other) => other.cameMs > cameMs)?.cameMs ?? Infinity
        expect(time).toBeGreaterThanOrEqual(Math.max(cameMs, times[at - 1] ?? 0))
        expect(time).toBeLessThanOrEqual(Math.max(cameMs + MOST_BEHIND_MS, nextMs) + 0.001)
      }
    }),
  )
})

test('where nothing else is said a text has the time that it takes to be read', () => {
  const phrases = Array.from({ length: 10 }, () => ({ cameMs: 0, readMs: 6_000, isCut: true }))
  expect(recordedTimes(phrases)).toEqual(phrases.map((_, at) => at * 6_000))
})
