import type { Acknowledgement, Look } from '@akari/protocol'
import { beforeEach, expect, test } from 'vitest'
import { alertSight, type OnGlassNow, type Sight } from './sight.ts'

const live: OnGlassNow = { channel: 'live', epoch: 259, revision: 2 ** 40 + 7 }
const read = (of: OnGlassNow, more: Partial<Look['states'][number]> = {}): Look => ({
  states: [
    {
      channel: of.channel,
      epoch: of.epoch % 256,
      revision: of.revision % 2 ** 32,
      shape: 'takeover',
      found: 4,
      parts: 4,
      field: 'whole',
      ...more,
    },
  ],
  trouble: null,
})
const nothing: Look = { states: [], trouble: null }

let nowMs: number
let wanted: OnGlassNow[]
let sent: Acknowledgement[]
let faults: Map<string, string>
let sight: Sight

beforeEach(() => {
  nowMs = 1_000_000
  wanted = []
  sent = []
  faults = new Map()
  sight = alertSight({
    wanted: () => wanted,
    acknowledge: (acknowledgement) => void sent.push(acknowledgement),
    faults: {
      report: (code, detail) => void faults.set(code, detail),
      clear: (code) => void faults.delete(code),
      active: () => [],
    },
    now: () => '2026-11-22T09:00:00Z',
    monotonicMs: () => nowMs,
  })
})

test('nothing is looked for while nothing is on the glass', () => {
  expect(sight.dueInMs()).toBeNull()
  sight.saw(nothing)
  expect(faults.size).toBe(0)
})

test('a state is looked for at once, acknowledged once when it is seen, and then looked at every ten seconds', () => {
  wanted = [live]
  expect(sight.dueInMs()).toBe(0)
  sight.saw(read(live))
  sight.saw(read(live))
  expect(sent).toEqual([{ kind: 'seen', ...live, at: '2026-11-22T09:00:00Z' }])
  expect(sight.dueInMs()).toBe(10_000)
})

test('what belongs to another state, is covered, or lacks a part is not seen', () => {
  wanted = [live]
  for (const look of [
    read({ ...live, revision: live.revision - 1 }),
    read({ ...live, channel: 'drill' }),
    read(live, { field: 'covered' }),
    read(live, { found: 3 }),
    nothing,
  ])
    sight.saw(look)
  expect(sent).toEqual([])
  expect(sight.dueInMs()).toBe(300)
})

test('missing for three seconds is a fault that names what was seen instead, and ends with the next whole look', () => {
  wanted = [live]
  sight.saw(read(live))
  nowMs += 10_000
  sight.saw(read(live, { found: 3 }))
  expect(faults.size).toBe(0)
  nowMs += 3_000
  sight.saw(read(live, { found: 3, field: 'unchecked' }))
  expect(faults.get('alert-not-seen')).toBe('3 of 4 marks, edge unchecked')
  sight.saw({ states: [], trouble: 'the browser is not running' })
  expect(faults.get('alert-not-seen')).toBe('the browser is not running')
  sight.saw(read(live))
  expect(faults.size).toBe(0)
  expect(sent).toHaveLength(2)
})

test('newer states of a covered channel do not begin its patience anew', () => {
  for (let second = 0; second < 5; second += 1) {
    wanted = [{ ...live, revision: live.revision + second }]
    sight.saw(nothing)
    nowMs += 1_000
  }
  expect(faults.has('alert-not-seen')).toBe(true)
})

test('an alert that leaves the glass takes its fault with it', () => {
  wanted = [{ ...live, channel: 'drill' }]
  sight.saw(nothing)
  nowMs += 4_000
  sight.saw(nothing)
  expect([...faults.keys()]).toEqual(['alert-not-seen-drill'])
  wanted = []
  expect(sight.dueInMs()).toBeNull()
  expect(faults.size).toBe(0)
})

test('a host that asked and fell silent is a fault; a display without such a host has none', () => {
  wanted = [live]
  nowMs += 60_000
  sight.watch()
  expect(faults.size).toBe(0)
  sight.heard(1)
  sight.saw(read(live))
  nowMs += 60_000
  sight.watch()
  expect(faults.size).toBe(0)
  sight.heard(-1)
  nowMs += 16_000
  sight.watch()
  nowMs += 5_000
  sight.watch()
  expect(faults.get('alert-not-seen')).toContain('nobody looks')
})
