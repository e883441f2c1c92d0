import { ALERT_TEMPLATES } from '@akari/alerts'
import type { Alert, Handling } from '@akari/protocol'
import { expect, it } from 'vitest'
import { laterEndIsDue, looksDifferent } from './visible-change.ts'

const template = ALERT_TEMPLATES[0]
if (template === undefined) throw new Error('there are no templates')
const warning: Alert = {
  id: 'eew-1',
  source: { kind: 'jma', name: { ja: '気象庁' }, reference: 'VXSE43 1' },
  category: 'Geo',
  urgency: 'Immediate',
  severity: 'Extreme',
  certainty: 'Likely',
  hazard: 'earthquake-early-warning',
  level: null,
  class: 'warning',
  intensity: { from: '5-', to: '5+' },
  phase: 'inForce',
  target: { kind: 'all' },
  presentation: template.presentation,
  words: template.words,
  sentAt: '2026-11-22T09:00:10+09:00',
  expiresAt: '2026-11-22T09:03:10+09:00',
}
const later: Alert = {
  ...warning,
  source: { ...warning.source, reference: 'VXSE43 2' },
  sentAt: '2026-11-22T09:00:11+09:00',
  expiresAt: '2026-11-22T09:03:11+09:00',
}
const at = (time: string) => Date.parse(`2026-11-22T${time}+09:00`)
const held = { issuedAt: '2026-11-22T09:00:10+09:00', alerts: [warning] }

it('takes a further serial of the same contents for nothing new', () => {
  expect(looksDifferent([warning], [later])).toBe(false)
})

it('sees every change that reaches the glass, and an end that comes earlier', () => {
  const changes: Partial<Alert>[] = [
    { intensity: { from: '6-', to: '6+' } },
    { phase: 'cancelled' },
    { target: { kind: 'displays', displayIds: ['a'] } },
    { words: { ...warning.words, area: { ja: '東京' } } },
    { sentAt: '2026-11-22T09:01:00+09:00' },
    { expiresAt: '2026-11-22T09:02:00+09:00' },
    { expiresAt: null },
  ]
  for (const change of changes) expect(looksDifferent([warning], [{ ...later, ...change }])).toBe(true)
  expect(looksDifferent([warning], [])).toBe(true)
  expect(looksDifferent([warning], [warning, { ...warning, id: 'eew-2' }])).toBe(true)
})

it('sees nothing new in what follows an early warning that lasts a second longer', () => {
  const following = (effectiveAt: string, second: string): Alert => ({
    ...warning,
    effectiveAt,
    handling: {
      policy: { version: 1, ruleId: 'after' },
      sound: { chime: 'none', speak: false, times: 1 },
      stages: [
        { stage: 'situation', from: effectiveAt },
        { stage: 'route', from: second },
      ],
      fullScreenUntil: null,
    },
  })
  const before = following('2026-11-22T09:03:10+09:00', '2026-11-22T09:04:10+09:00')
  expect(looksDifferent([before], [following('2026-11-22T09:03:11+09:00', '2026-11-22T09:04:11+09:00')])).toBe(false)
  expect(looksDifferent([before], [following('2026-11-22T09:03:11+09:00', '2026-11-22T09:05:11+09:00')])).toBe(true)
})

it('sees another handling, but not another version of the policy, a later beginning, or another order of keys', () => {
  const handling: Handling = {
    policy: { version: 1, ruleId: 'eew' },
    sound: { chime: 'urgent', speak: true, times: 2 },
    stages: [{ stage: 'protect', from: '2026-11-22T09:00:10+09:00' }],
    fullScreenUntil: null,
  }
  const handled: Alert = { ...warning, handling, effectiveAt: '2026-11-22T09:03:10+09:00' }
  const same: Alert = {
    effectiveAt: '2026-11-22T09:03:11+09:00',
    handling: { ...handling, policy: { version: 2, ruleId: 'eew-2' } },
    ...warning,
  }
  expect(looksDifferent([handled], [same])).toBe(false)
  const changes: Partial<Handling>[] = [
    { sound: { ...handling.sound, chime: 'none' } },
    { stages: [] },
    { fullScreenUntil: '2026-11-22T09:30:00+09:00' },
  ]
  for (const change of changes) {
    expect(looksDifferent([handled], [{ ...handled, handling: { ...handling, ...change } }])).toBe(true)
  }
})

it('tells of a later end after a while, at once when the known one is near, and never for anything else', () => {
  expect(laterEndIsDue(held, [later], at('09:00:12'))).toBe(false)
  expect(laterEndIsDue(held, [later], at('09:00:20'))).toBe(true)
  const short = { ...held, alerts: [{ ...warning, expiresAt: '2026-11-22T09:00:30+09:00' }] }
  expect(laterEndIsDue(short, [later], at('09:00:12'))).toBe(true)
  expect(laterEndIsDue(held, [warning], at('09:02:00'))).toBe(false)
  expect(laterEndIsDue(held, [], at('09:02:00'))).toBe(false)
})
