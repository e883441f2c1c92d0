import { expect, test } from 'vitest'
import { type View, withVisit } from './view.ts'

const GUIDANCE: View = {
  kind: 'guidance',
  power: {
    source: 'battery',
    since: '2026-11-28T03:00:00Z',
    tier: 'dimmed',
    chargePercent: 80,
    minutesLeft: null,
    measured: true,
  },
}

test('whoever touches a kiosk has its glass, also where nothing is scheduled', () => {
  expect(withVisit({ kind: 'fallback' }, true)).toEqual({ kind: 'visit' })
  expect(withVisit({ kind: 'fallback' }, false)).toEqual({ kind: 'fallback' })
})

test('what is more than the everyday programme waits for nobody', () => {
  for (const view of [GUIDANCE, { kind: 'closed' }] satisfies View[]) expect(withVisit(view, true)).toBe(view)
})
