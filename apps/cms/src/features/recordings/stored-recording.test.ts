import { saidAt } from '@akari/protocol'
import { expect, test } from 'vitest'
import { partsUntil } from './stored-recording.ts'

const at = (clock: string): number => Date.parse(`2026-12-01T${clock}:00+09:00`)
const parts = [
  { number: 1, startedAt: new Date(at('10:00')).toISOString(), durationMs: 600_000 },
  { number: 2, startedAt: new Date(at('10:30')).toISOString(), durationMs: 5_000 },
]

test('what is said while a part is being written is in the recording', () => {
  const soFar = partsUntil({ parts, isRunning: true }, at('10:33'))
  expect(saidAt(soFar, at('10:32'))).toBe(600_000 + 120_000)
  expect(saidAt(soFar, at('10:20'))).toBeNull()
})

test('what is said after the last part is not, once nothing is written any more', () => {
  expect(saidAt(partsUntil({ parts, isRunning: false }, at('10:33')), at('10:32'))).toBeNull()
})
