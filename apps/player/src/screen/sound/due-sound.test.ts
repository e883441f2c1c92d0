import type { Alert } from '@akari/protocol'
import { expect, test } from 'vitest'
import { dueSound } from './due-sound.ts'

const BASE: Alert = {
  id: 'a',
  source: { kind: 'jma', name: { ja: '気象庁' }, reference: 'VPWW55' },
  category: 'Met',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Likely',
  hazard: 'heavy-rain',
  level: 4,
  class: 'danger',
  intensity: null,
  phase: 'inForce',
  target: { kind: 'all' },
  presentation: { mode: 'fullScreen', field: 'level4', symbol: 'rain' },
  words: { headline: { ja: '大雨' }, instruction: { ja: '離れて' }, area: { ja: '市内' } },
  sentAt: '2026-11-22T09:00:00+09:00',
  expiresAt: null,
}
const loud = (changes: Partial<Alert> = {}): Alert => ({
  ...BASE,
  handling: {
    policy: { version: 1, ruleId: 'r' },
    sound: { chime: 'warning', speak: true, times: 1 },
    stages: [],
    fullScreenUntil: null,
  },
  ...changes,
})
const emergency = (first: Alert, ...others: Alert[]) =>
  ({ kind: 'emergency', channel: 'live', stage: 'protect', alerts: [first, ...others] }) as const

test('the most pressing alert that makes a sound is heard', () => {
  expect(dueSound(emergency(BASE, loud({ id: 'b' })), [])?.alert.id).toBe('b')
  expect(dueSound(emergency(BASE), [])).toBeNull()
  const strip = { kind: 'banner', channel: 'drill', alert: loud({ id: 'c' }) } as const
  expect(dueSound({ kind: 'fallback' }, [strip])).toMatchObject({ channel: 'drill', alert: { id: 'c' } })
})

test('a later serial of the same is the same message, a graver one or its end is another', () => {
  const key = (alert: Alert) => dueSound(emergency(alert), [])?.key
  expect(key(loud({ sentAt: '2026-11-22T09:05:00+09:00' }))).toBe(key(loud()))
  expect(key(loud({ level: 5 }))).not.toBe(key(loud()))
  expect(key(loud({ phase: 'cleared' }))).not.toBe(key(loud()))
})
