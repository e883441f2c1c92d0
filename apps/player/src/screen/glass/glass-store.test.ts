import { type FeedSnapshot, NO_VALUES, type PlayerState } from '@akari/protocol'
import { expect, test } from 'vitest'
import { afterEvent, INITIAL_GLASS, VISITOR_GONE_AFTER_MS, visitMsOf } from './glass-store.ts'

const at = '2026-11-22T05:00:00Z'
const player = (bootId: string, revision: number): PlayerState => ({
  revision,
  bootId,
  pairing: { state: 'contacting' },
  programme: null,
  files: [],
  alerts: { live: null, drill: null },
  link: { state: 'offline', since: at },
  clock: { offsetMs: 0, trust: 'unknown' },
  power: 'mains',
  values: NO_VALUES,
  plays: [],
})
const told = (state: PlayerState) =>
  ({
    type: 'agent.told',
    player: state,
    anchor: { ...state.clock, bootId: state.bootId, agentMonotonicMs: 0, heardAtMs: 0 },
  }) as const

test('an older state of the same boot is not believed, one of another boot is', () => {
  const held = afterEvent(INITIAL_GLASS, told(player('a', 7)))
  expect(afterEvent(held, told(player('a', 6)))).toBe(held)
  expect(afterEvent(held, told(player('b', 1))).player?.bootId).toBe('b')
})

test('feeds told by themselves take the place of their elders in a state that was heard, and leave the rest as it is', () => {
  const feed = (feedId: string, revision: number): FeedSnapshot => {
    return { feedId, revision, checkedAt: at, state: 'ok', attribution: { text: { ja: '市' } }, data: null }
  }
  const [city, bus, newer] = [feed('city', 1), feed('bus', 1), feed('city', 2)]
  const { anchor, player: heard } = told({ ...player('a', 7), feeds: [city, bus] })
  const held = afterEvent(INITIAL_GLASS, told(heard))
  const fed = (bootId: string, revision: number) =>
    afterEvent(held, { type: 'agent.fed', bootId, revision, clock: heard.clock, anchor, feeds: [newer] })
  expect(fed('a', 8).player).toEqual({ ...heard, revision: 8, feeds: [newer, bus] })
  expect(fed('a', 6)).toBe(held)
  expect(fed('b', 9)).toBe(held)
})

test('the glass returns to Japanese after a minute without a touch, and every touch starts the minute anew', () => {
  const chosen = afterEvent(INITIAL_GLASS, { type: 'visitor.chose', language: 'ko', atMs: 1000 })
  const touched = afterEvent(chosen, { type: 'visitor.touched', atMs: 50_000 })
  expect(afterEvent(touched, { type: 'time.passed', atMs: 109_999 })).toBe(touched)
  expect(afterEvent(touched, { type: 'time.passed', atMs: 50_000 + VISITOR_GONE_AFTER_MS }).visitor).toEqual({
    language: 'ja',
    touchedAtMs: null,
    beganAtMs: null,
    heldAtMs: null,
    listens: false,
  })
})

test('remembers when a visit began, however often the glass is touched', () => {
  const first = afterEvent(INITIAL_GLASS, { type: 'visitor.touched', atMs: 1000 })
  const again = afterEvent(first, { type: 'visitor.chose', language: 'en', atMs: 9000 })
  expect(again.visitor).toEqual({ language: 'en', touchedAtMs: 9000, beganAtMs: 1000, heldAtMs: null, listens: false })
})

test('a visitor who listens has twice the time, and the next one has not', () => {
  const begun = afterEvent(INITIAL_GLASS, { type: 'visitor.touched', atMs: 0 })
  const listening = afterEvent(begun, { type: 'visitor.listens', listens: true })
  expect(afterEvent(listening, { type: 'visitor.listens', listens: true })).toBe(listening)
  expect(afterEvent(listening, { type: 'time.passed', atMs: 2 * VISITOR_GONE_AFTER_MS - 1 })).toBe(listening)
  const gone = afterEvent(listening, { type: 'time.passed', atMs: 2 * VISITOR_GONE_AFTER_MS })
  expect(gone.visitor).toEqual(INITIAL_GLASS.visitor)
  expect(visitMsOf(gone)).toBe(VISITOR_GONE_AFTER_MS)
})
