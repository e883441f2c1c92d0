import { expect, test } from 'vitest'
import { showsSitting, type View, withVisit } from './view.ts'

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

test('a sitting is told apart from everything else, also in a part of the glass', () => {
  const [sitting, notice] = [
    { kind: 'sitting', title: { ja: '本会議' }, sittingId: 'june', streamId: 'council' },
    { kind: 'notice', title: { ja: 'お知らせ' }, body: { ja: 'お知らせ' } },
  ] as const
  const programme = { kind: 'programme', itemId: 'one', loop: [], upNext: null, upNextZones: null } as const
  const zone = { id: 'left', area: { x: 0, y: 0, w: 50, h: 100 }, item: null, upNext: null, loop: [] }
  expect(showsSitting({ ...programme, scene: sitting, zones: null })).toBe(true)
  expect(showsSitting({ ...programme, scene: notice, zones: [{ ...zone, scene: sitting }] })).toBe(true)
  expect(showsSitting({ ...programme, scene: notice, zones: [{ ...zone, scene: notice }] })).toBe(false)
  expect(showsSitting(GUIDANCE)).toBe(false)
})
