import { NO_VALUES, type PlayerState } from '@akari/protocol'
import { expect, test } from 'vitest'
import { troublesOf } from './troubles.ts'

const since = '2026-11-22T05:00:00.000Z'
const player: PlayerState = {
  revision: 1,
  bootId: 'boot',
  pairing: { state: 'paired', displayId: 'lobby', name: 'ロビー' },
  programme: null,
  files: [],
  alerts: { live: null, drill: null },
  link: { state: 'offline', since },
  clock: { offsetMs: 0, trust: 'holdover' },
  power: 'mains',
  values: NO_VALUES,
  plays: [],
}
const after = (seconds: number): number => Date.parse(since) + seconds * 1000

test('a link lost for a minute is owned up to, with the moment it was lost', () => {
  expect(troublesOf(player, after(59))).toEqual([])
  expect(troublesOf(player, after(60))).toEqual([{ kind: 'linkTrouble', since }])
})

test('by a clock that nobody vouches for, the lost link has no time', () => {
  const unsure: PlayerState = { ...player, clock: { offsetMs: 0, trust: 'unknown' } }
  expect(troublesOf(unsure, after(60))).toEqual([{ kind: 'linkTrouble', since: null }, { kind: 'clockUnverified' }])
})

test('a display nobody has paired has no trouble to speak of', () => {
  expect(troublesOf({ ...player, pairing: { state: 'contacting' } }, after(600))).toEqual([])
})
