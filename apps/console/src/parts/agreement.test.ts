import type { DisplayView, OnGlass } from '@akari/protocol'
import type { Direction } from '@akari/programme'
import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'
import { sampleDisplay, sampleReport } from './testing/sample-display.ts'

const NOON = '2026-11-22T12:00:00+09:00'

function display(
  status: DisplayView['status'],
  onGlass: Partial<OnGlass> | null,
  more: Partial<DisplayView> = {},
): DisplayView {
  const report = {
    layer: 'scheduled',
    kind: 'notice',
    title: { ja: '開庁時間' },
    playlistName: null,
    since: NOON,
  } as const
  return sampleDisplay({ status, health: sampleReport(onGlass && { ...report, ...onGlass }), ...more })
}

function direction(title: string, startedAt: string): Direction {
  return {
    scene: { kind: 'notice', title: { ja: title }, body: { ja: '本文' } },
    layer: 'scheduled',
    item: {
      key: 'k',
      playlistId: 'p',
      playlistName: 'p',
      entryId: null,
      itemId: 'i',
      startedAt,
      endsAt: '2026-11-22T13:00:00+09:00',
    },
    upNext: null,
    loop: [],
    overlays: [],
    panel: 'on',
    reasons: [],
    validUntil: '2026-11-22T13:00:00+09:00',
  }
}

const longAgo = '2026-11-22T11:00:00+09:00'

test('a display that reports what it should show agrees', () => {
  expect(agreementOf(display('online', {}), direction('開庁時間', longAgo))).toEqual({ kind: 'same' })
})

test('a display that reports something else is not called the same', () => {
  const found = agreementOf(display('online', { title: { ja: '別のもの' } }), direction('開庁時間', longAgo))
  expect(found).toEqual({ kind: 'other-scene', expected: '開庁時間' })
})

test('a report from just before a change does not contradict it', () => {
  const found = agreementOf(display('online', { title: { ja: '前のもの' } }), direction('開庁時間', NOON))
  expect(found).toEqual({ kind: 'same' })
})

test('the last words of an offline display prove nothing', () => {
  expect(agreementOf(display('offline', {}), direction('開庁時間', longAgo))).toEqual({ kind: 'not-reported' })
  expect(agreementOf(display('online', null), direction('開庁時間', longAgo))).toEqual({ kind: 'not-reported' })
})

test('an emergency that the display does not report yet is not confirmed', () => {
  const emergency: Direction = {
    ...direction('', longAgo),
    scene: { kind: 'emergency', channel: 'live', phase: 'inForce', stage: 'protect', alerts: [] },
    layer: 'emergency',
    item: null,
  }
  expect(agreementOf(display('online', {}), emergency).kind).toBe('other-scene')
})

test('a display on battery shows the way out, and is wrong only where there is an emergency', () => {
  const guidance = display('online', { layer: 'power', kind: 'guidance', title: null })
  expect(agreementOf(guidance, direction('開庁時間', longAgo))).toEqual({ kind: 'on-battery' })
  const emergency = { ...direction('開庁時間', longAgo), layer: 'emergency' as const }
  expect(agreementOf(guidance, emergency).kind).toBe('other-scene')
})

test('a display with an older publication says so', () => {
  const behind = display('online', {}, { publishedRevision: 8 })
  expect(agreementOf(behind, direction('開庁時間', longAgo))).toEqual({ kind: 'older-programme' })
})
