import { expect, test } from 'vitest'
import { causeOf } from './cause.ts'

test('reads what a state came from', () => {
  expect(causeOf('telegram VPWW55')).toEqual({ kind: 'telegram', code: 'VPWW55' })
  expect(causeOf('telegram VXSE43 20260823020050')).toEqual({ kind: 'telegram', code: 'VXSE43' })
  expect(causeOf('template building-fire')).toEqual({ kind: 'template', templateId: 'building-fire' })
  expect(causeOf('kept until 2026-11-22T10:00:00Z')).toEqual({ kind: 'kept', until: '2026-11-22T10:00:00Z' })
  expect(causeOf('cleared operator:abc')).toEqual({ kind: 'ended' })
  expect(causeOf('time')).toEqual({ kind: 'time' })
})

test('a correction by two people or by one alone is none by a template', () => {
  expect(causeOf('correction power-outage')).toEqual({ kind: 'correction', templateId: 'power-outage' })
  expect(causeOf('correction break-glass')).toEqual({ kind: 'corrected', by: 'break-glass' })
  expect(causeOf('message second-person')).toEqual({ kind: 'message', by: 'second-person' })
})

test('what it does not know stays as it was written', () => {
  expect(causeOf('two servers merged')).toEqual({ kind: 'other', text: 'two servers merged' })
})
