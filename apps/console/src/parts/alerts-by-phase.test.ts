import type { Alert } from '@akari/protocol'
import { expect, test } from 'vitest'
import { alertsByPhase } from './alerts-by-phase.ts'

test('what is signed ahead is not in force before its moment', () => {
  const nowMs = Date.parse('2026-11-22T10:00:00Z')
  const alert = (id: string, more: Partial<Alert>) => ({ id, phase: 'inForce', effectiveAt: null, ...more }) as Alert
  const alerts = [
    alert('eew', {}),
    alert('next', { effectiveAt: '2026-11-22T10:01:00Z' }),
    alert('begun', { effectiveAt: '2026-11-22T10:00:00Z' }),
    alert('over', { phase: 'cleared' }),
  ]
  const phases = alertsByPhase({ alerts }, nowMs)
  expect(phases.inForce.map(({ id }) => id)).toEqual(['eew', 'begun'])
  expect(phases.coming.map(({ id }) => id)).toEqual(['next'])
  expect(phases.over.map(({ id }) => id)).toEqual(['over'])
})
