import type { Direction } from '@akari/programme'
import type { DisplayView, OnGlass, SittingScene } from '@akari/protocol'
import { expect, test } from 'vitest'
import { sampleDisplay, sampleReport } from '../testing/sample-display.ts'
import { alike, shownThere } from './shown-there.ts'

const NOON = '2026-11-30T12:00:00+09:00'
const PLENARY = { id: 'plenary', title: { ja: '本会議' } }
const sitting = (sittingId: string, ja: string): SittingScene => ({
  kind: 'sitting',
  title: { ja },
  sittingId,
  streamId: null,
})

function directed(scene: Direction['scene'], more: Partial<Direction> = {}): Direction {
  return {
    scene,
    layer: 'takeover',
    item: null,
    upNext: null,
    loop: [],
    overlays: [],
    panel: 'on',
    reasons: [],
    validUntil: NOON,
    ...more,
  }
}

function display(onGlass: Partial<OnGlass> | null, more: Partial<DisplayView> = {}): DisplayView {
  const report = {
    layer: 'takeover',
    kind: 'sitting',
    title: { ja: '本会議' },
    playlistName: null,
    since: NOON,
  } as const
  return sampleDisplay({ health: sampleReport(onGlass && { ...report, ...onGlass }), ...more })
}

test('a display shows a sitting where that is decided and its report agrees', () => {
  expect(shownThere(display({}), directed(sitting('plenary', '本会議')), PLENARY)).toEqual({
    is: 'sitting',
    inZone: false,
  })
})

test('another sitting that has the displays is named', () => {
  const committee = directed(sitting('committee', '総務委員会'))
  expect(shownThere(display({ title: { ja: '総務委員会' } }), committee, PLENARY)).toEqual({
    is: 'otherSitting',
    title: { ja: '総務委員会' },
  })
})

test('where the report says something else than what is decided, the report counts', () => {
  const decided = directed(sitting('plenary', '本会議'))
  const notice = display({ layer: 'scheduled', kind: 'notice', title: { ja: '開庁時間' } })
  expect(shownThere(notice, decided, PLENARY)).toEqual({ is: 'content', title: { ja: '開庁時間' } })
  const alert = display({ layer: 'emergency', kind: 'emergency', title: { ja: '大雨特別警報' } })
  expect(shownThere(alert, decided, PLENARY)).toEqual({ is: 'emergency', channel: null })
  expect(shownThere(display({ layer: 'power', title: null }), decided, PLENARY)).toEqual({ is: 'battery' })
})

test('a display that has the programme of before still shows the sitting if it says so', () => {
  const behind = display({}, { publishedRevision: 8 })
  expect(shownThere(behind, directed(sitting('committee', '総務委員会')), PLENARY)).toEqual({
    is: 'sitting',
    inZone: false,
  })
})

test('of a display that does not answer nobody knows what it shows', () => {
  const decided = directed(sitting('plenary', '本会議'))
  expect(shownThere(display({}, { status: 'offline' }), decided, PLENARY)).toEqual({
    is: 'unknown',
    isConnected: false,
  })
  expect(shownThere(display(null), decided, PLENARY)).toEqual({ is: 'unknown', isConnected: true })
})

test('a sitting on a part of the glass is there as well', () => {
  const area = { x: 0, y: 0, w: 12, h: 12 }
  const zones = [{ id: 'main', area, item: null, scene: sitting('plenary', '本会議'), upNext: null, loop: [] }]
  const layout = directed({ kind: 'layout', title: { ja: '議会と番組' } }, { zones })
  expect(shownThere(display({ kind: 'layout', title: { ja: '議会と番組' } }), layout, PLENARY)).toEqual({
    is: 'sitting',
    inZone: true,
  })
})

test('displays that show the same stand together, this sitting first and those that nobody knows of last', () => {
  const content = { is: 'content', title: { ja: '開庁時間' } } as const
  const glasses = [
    { name: 'a', there: { is: 'unknown', isConnected: false } as const },
    { name: 'b', there: content },
    { name: 'c', there: { is: 'sitting', inZone: false } as const },
    { name: 'd', there: content },
  ]
  expect(alike(glasses).map((group) => group.glasses.map(({ name }) => name))).toEqual([['c'], ['b', 'd'], ['a']])
})
