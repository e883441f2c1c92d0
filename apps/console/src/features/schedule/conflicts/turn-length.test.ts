import type { DraftItem } from '@akari/protocol'
import { expect, it } from 'vitest'
import { spoken, turnLength } from './turn-length.ts'

const AT = '2026-12-01T09:00:00+09:00'

function item(seconds: number, more: Partial<DraftItem> = {}): DraftItem {
  const scene = { kind: 'asset' as const, assetId: 'a' }
  return { id: `${seconds}`, scene, seconds, validFrom: null, validUntil: null, ...more }
}

it('a turn is a whole round, with what comes oftener counted as often', () => {
  expect(turnLength({ items: [item(10), item(20, { weight: 3 })] }, AT)).toEqual({ of: 'pass', seconds: 70 })
})

it('what is out of date by then does not count, and nothing may be left', () => {
  const old = item(30, { validUntil: AT })
  const next = item(40, { validFrom: '2026-12-02T00:00:00+09:00' })
  expect(turnLength({ items: [item(10), old, next] }, AT)).toEqual({ of: 'pass', seconds: 10 })
  expect(turnLength({ items: [old, next] }, AT)).toEqual({ of: 'empty' })
})

it('of a campaign it is one scene, about as long as they are on average', () => {
  expect(turnLength({ items: [item(10), item(10)], campaign: true }, AT)).toEqual({ of: 'scene', seconds: 10 })
  expect(turnLength({ items: [item(10), item(30)], campaign: true }, AT)).toEqual({ of: 'sceneAbout', seconds: 20 })
})

it.each([
  [0.2, { unit: 'seconds', seconds: 1 }],
  [59.6, { unit: 'minutes', minutes: 1 }],
  [160, { unit: 'minutesAndSeconds', minutes: 2, seconds: 40 }],
  [7200, { unit: 'hours', hours: 2 }],
  [5415, { unit: 'hoursAndMinutes', hours: 1, minutes: 30 }],
])('%d seconds are said as %o', (seconds, said) => {
  expect(spoken(seconds)).toEqual(said)
})
