import type { SittingLive } from '@akari/protocol'
import { expect, test } from 'vitest'
import { sittingNow } from './sitting-now.ts'

const NOON = Date.parse('2026-12-01T03:00:00Z')
const sitting = (change: Partial<SittingLive>): SittingLive => ({
  kind: 'sitting',
  title: { ja: '第4回定例会' },
  startsAt: '2026-12-01T03:30:00Z',
  phase: 'planned',
  resumesAt: null,
  item: null,
  speaker: null,
  recordingUrl: null,
  ...change,
})

test('before it opens a sitting counts the minutes, the one that has begun among them, but not the last', () => {
  const { startsAt } = sitting({})
  expect(sittingNow(sitting({}), NOON)).toEqual({ show: 'countdown', startsAt, minutes: 30 })
  expect(sittingNow(sitting({}), NOON + 1)).toEqual({ show: 'countdown', startsAt, minutes: 30 })
  expect(sittingNow(sitting({}), NOON + 60_000)).toEqual({ show: 'countdown', startsAt, minutes: 29 })
  expect(sittingNow(sitting({}), NOON + 29 * 60_000)).toEqual({ show: 'countdown', startsAt, minutes: 1 })
  expect(sittingNow(sitting({}), NOON + 29 * 60_000 + 1)).toEqual({ show: 'soon' })
  expect(sittingNow(sitting({}), NOON + 60 * 60_000)).toEqual({ show: 'soon' })
})

test('without a clock it says when it opens, and counts nothing', () => {
  expect(sittingNow(sitting({}), null)).toMatchObject({ show: 'countdown', minutes: null })
})

test('a recess says when it is over where somebody knows, and that it is nearly over', () => {
  const resumesAt = '2026-12-01T03:10:00Z'
  expect(sittingNow(sitting({ phase: 'recess' }), NOON)).toEqual({ show: 'recess', resumesAt: null, isSoon: false })
  expect(sittingNow(sitting({ phase: 'recess', resumesAt }), NOON)).toEqual({
    show: 'recess',
    resumesAt,
    isSoon: false,
  })
  expect(sittingNow(sitting({ phase: 'recess', resumesAt }), NOON + 9.5 * 60_000)).toMatchObject({ isSoon: true })
})

test('a sitting of which nothing is known yet shows its picture, and one that is over its recording', () => {
  expect(sittingNow(null, NOON)).toEqual({ show: 'session' })
  const recordingUrl = 'https://example.jp/recordings/1'
  expect(sittingNow(sitting({ phase: 'adjourned', recordingUrl }), NOON)).toMatchObject({
    show: 'adjourned',
    recordingUrl,
  })
  const told = sittingNow(sitting({ phase: 'adjourned', atKiosks: true }), NOON)
  expect(told).toEqual({ show: 'adjourned', recordingUrl: null, isAtKiosks: true })
})
