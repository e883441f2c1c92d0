import type { PlaylistItem } from '@akari/protocol'
import { expect, test } from 'vitest'
import { item, playlist } from './testing/sample.ts'
import { askedKinds } from './used-calendar.ts'

const title = { ja: '今日' }
const told = (...scenes: PlaylistItem['scene'][]) => [
  ...askedKinds({
    entries: [],
    hours: null,
    playlists: [
      playlist(
        'p',
        scenes.map((scene, at) => ({ ...item(`i${at}`, 60), scene })),
      ),
    ],
  }),
]

test('a board that tells closed days asks for the whole calendar, a clock alone for its holidays', () => {
  expect(told({ kind: 'today', title, hours: { weekly: [], exceptions: [] }, events: [] })).toEqual(['closed'])
  expect(told({ kind: 'clock', title, face: 'digital', calendar: true })).toEqual(['closed'])
  expect(told({ kind: 'clock', title, face: 'digital', calendar: false })).toEqual(['holiday'])
  expect(told({ kind: 'notice', title, body: title })).toEqual([])
})

test('so does one in a zone of a layout', () => {
  const scene = { kind: 'clock' as const, title, face: 'analogue' as const, calendar: true }
  const landscape = [{ id: 'z', area: { x: 0, y: 0, w: 12, h: 12 }, content: { kind: 'scene' as const, scene } }]
  expect(told({ kind: 'layout', title, landscape })).toEqual(['closed'])
})
