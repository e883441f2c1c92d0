import { expect, test } from 'vitest'
import { heldPart, type Hold, type HoldEvent, hold } from './hold.ts'

const NEEDED_MS = 1500

function after(...events: HoldEvent[]): Hold {
  return events.reduce((state, event) => hold(state, event, NEEDED_MS), { state: 'resting' } satisfies Hold as Hold)
}

test('a click does nothing', () => {
  expect(after({ type: 'pressed', atMs: 0 }, { type: 'released', atMs: 90 })).toEqual({ state: 'resting' })
})

test('it is complete at one and a half seconds and not a moment before', () => {
  expect(after({ type: 'pressed', atMs: 100 }, { type: 'elapsed', atMs: 1599 }).state).toBe('held')
  expect(after({ type: 'pressed', atMs: 100 }, { type: 'elapsed', atMs: 1600 }).state).toBe('complete')
})

test('the repeated keydown of a held key does not start again', () => {
  const held = after({ type: 'pressed', atMs: 0 }, { type: 'pressed', atMs: 1000 }, { type: 'elapsed', atMs: 1500 })
  expect(held.state).toBe('complete')
})

test('a pointer that slips off interrupts, and time before that does not count', () => {
  const again = after(
    { type: 'pressed', atMs: 0 },
    { type: 'interrupted' },
    { type: 'pressed', atMs: 1400 },
    { type: 'elapsed', atMs: 1600 },
  )
  expect(again.state).toBe('held')
})

test('once complete it does not act again before it was let go', () => {
  const complete: Hold = { state: 'complete' }
  expect(hold(complete, { type: 'pressed', atMs: 2000 }, NEEDED_MS)).toBe(complete)
  expect(hold(complete, { type: 'elapsed', atMs: 9000 }, NEEDED_MS)).toBe(complete)
  expect(hold(complete, { type: 'released', atMs: 9000 }, NEEDED_MS)).toEqual({ state: 'resting' })
})

test('letting go after the end of the time but before it was noticed does nothing', () => {
  expect(after({ type: 'pressed', atMs: 0 }, { type: 'released', atMs: 1501 }).state).toBe('resting')
})

test('the ring fills evenly and never over', () => {
  const held: Hold = { state: 'held', sinceMs: 0 }
  expect([0, 750, 1500, 4000].map((atMs) => heldPart(held, atMs, NEEDED_MS))).toEqual([0, 0.5, 1, 1])
  expect(heldPart({ state: 'resting' }, 99, NEEDED_MS)).toBe(0)
})
