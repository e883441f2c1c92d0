import { type HeldAlerts, NO_VALUES, type PlayerState } from '@akari/protocol'
import { expect, test } from 'vitest'
import { heldBy, notYet } from './shown.ts'

const at = '2026-11-22T05:00:00Z'
const held = (channel: 'live' | 'drill', revision: number): HeldAlerts => ({
  state: { channel, epoch: 1, revision, issuedAt: at, alerts: [] },
  receivedAt: at,
  receivedMonotonicMs: 0,
  bootId: 'boot',
})
const player: PlayerState = {
  revision: 1,
  bootId: 'boot',
  pairing: { state: 'contacting' },
  programme: null,
  files: [],
  alerts: { live: held('live', 5), drill: null },
  link: { state: 'online', since: at },
  clock: { offsetMs: 0, trust: 'synced' },
  power: 'mains',
  values: NO_VALUES,
  plays: [],
}

test('a state without any alert is acknowledged too: its frame shows that nothing is in force', () => {
  expect(heldBy(player)).toEqual([{ channel: 'live', epoch: 1, revision: 5 }])
})

test('each revision of each channel is acknowledged once', () => {
  const done = new Set<string>()
  const both = { ...player, alerts: { live: held('live', 5), drill: held('drill', 5) } }
  expect(notYet(heldBy(both), done)).toHaveLength(2)
  expect(notYet(heldBy(both), done)).toEqual([])
  expect(notYet(heldBy({ ...both, alerts: { ...both.alerts, live: held('live', 6) } }), done)).toHaveLength(1)
})
