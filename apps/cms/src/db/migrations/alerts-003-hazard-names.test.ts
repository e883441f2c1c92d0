import { AlertState, ChannelBook } from '@akari/protocol'
import { expect, test } from 'vitest'
import { onEachDatabase } from '../testing.ts'
import { up } from './alerts-003-hazard-names.ts'

/** An alert as «First light» stored it. */
const OLD = {
  id: 'operator:1',
  source: { kind: 'operator', name: { ja: '小金井市' }, reference: 'user-1' },
  category: 'Safety',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  hazard: 'powerLoss',
  level: null,
  phase: 'inForce',
  target: { kind: 'all' },
  presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'exit' },
  words: { headline: { ja: '停電' }, instruction: { ja: '待つ' }, area: { ja: '庁舎' } },
  sentAt: '2026-09-20T09:00:00.000Z',
  expiresAt: null,
}

onEachDatabase((open) => {
  test('what was in force before the hazards were renamed can be read, and nothing else of it changed', async () => {
    const { alerts: db } = await open()
    const book = JSON.stringify({ slots: { 'operator:1': { alert: OLD, order: [1], keepUntil: null } } })
    const state = { channel: 'live', epoch: 1, revision: 7, issuedAt: OLD.sentAt, alerts: [OLD] }
    const envelope = JSON.stringify({ payload: JSON.stringify(state), signature: 's', key: 'k' })
    await db.insertInto('alert_channel').values({ channel: 'live', epoch: 1, revision: 7, book, envelope }).execute()
    await up(db)
    const stored = await db.selectFrom('alert_channel').selectAll().executeTakeFirstOrThrow()
    const renewed = { ...OLD, hazard: 'power-loss', class: null, intensity: null }
    expect(ChannelBook.parse(JSON.parse(stored.book)).slots['operator:1']?.alert).toEqual(renewed)
    const read: unknown = JSON.parse(JSON.parse(stored.envelope).payload)
    expect(AlertState.parse(read)).toEqual({ ...state, alerts: [renewed] })
  })
})
