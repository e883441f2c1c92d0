import { direct, unroll } from '@akari/programme'
import { type PlaylistItem, Programme, type SingleScene } from '@akari/protocol'
import { expect, it } from 'vitest'
import { hasAnythingToHear, heardAhead } from './heard-ahead.ts'

const FILM: SingleScene = { kind: 'live', title: { ja: '中継' }, streamId: 'council' }
const NOTICE: SingleScene = { kind: 'notice', title: { ja: '案内' }, body: { ja: '案内' } }
/** A Monday, ten to twelve (JST). */
const FROM = Date.parse('2026-11-30T11:50:00+09:00')
const TO = FROM + 3 * 86_400_000

const item = (id: string, scene: PlaylistItem['scene'], more: Partial<PlaylistItem> = {}): PlaylistItem => {
  return { id, seconds: 60, scene, validFrom: null, validUntil: null, ...more }
}

function programme(items: PlaylistItem[], changes: object = {}): Programme {
  return Programme.parse({
    format: 1,
    displayId: 'lobby',
    revision: 1,
    publishedAt: '2026-11-29T00:00:00Z',
    city: { ja: '小金井市' },
    timeZone: 'Asia/Tokyo',
    display: {
      name: 'ロビー',
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.6,
      viewingDistanceM: 2,
      touch: false,
      kioskId: null,
    },
    playlists: [{ id: 'main', name: '昼の番組', items }],
    entries: [],
    defaultPlaylistId: 'main',
    streams: [{ id: 'council', title: { ja: '中継' }, url: 'https://council.example/live.m3u8' }],
    files: [],
    sound: [
      {
        id: 'noon',
        name: '昼休み',
        volume: 40,
        times: { weekly: [{ weekdays: ['MO', 'TU'], times: [{ start: '12:00', end: '13:00' }] }], exceptions: [] },
      },
    ],
    ...changes,
  })
}

function ahead(of: Programme, most = 3) {
  const at = (ms: number) => new Date(ms).toISOString()
  const windows = unroll(of, at(FROM - 86_400_000), at(TO + 86_400_000))
  return heardAhead(
    (ms) =>
      direct(
        {
          programme: of,
          windows,
          alerts: { live: null, drill: null },
          displayId: 'lobby',
          visitor: { language: 'ja', touchedAtMs: null },
          link: { state: 'online', since: at(FROM) },
          power: 'mains',
        },
        { instant: at(ms), trust: 'synced', monotonicMs: ms, bootId: 'test' },
      ),
    FROM,
    TO,
    most,
  )
}

it('tells each item that will be heard once, with the first time and its playlist', () => {
  const { heard } = ahead(programme([item('film', FILM), item('words', NOTICE)]))
  expect(heard).toEqual([
    { fromMs: Date.parse('2026-11-30T12:00:00+09:00'), volume: 40, title: FILM.title, playlistName: '昼の番組' },
  ])
  // From midnight on it is the turn of each for a minute: at noon of the words.
  const two = ahead(programme([item('words', NOTICE), item('a', FILM), item('b', FILM)]))
  expect(two.heard.map(({ fromMs }) => (fromMs - FROM) / 60_000)).toEqual([11, 12])
})

it('says why nothing will be heard', () => {
  expect(ahead(programme([item('words', NOTICE)])).silence).toMatchObject({ because: 'nothing-to-hear' })
  expect(ahead(programme([item('film', FILM, { silent: true })])).silence).toMatchObject({ because: 'silent-item' })
  const never = ahead(programme([item('film', FILM)], { sound: [] }))
  expect(never).toMatchObject({ heard: [], silence: null })
})

it('leaps over the nights, and looks no further than it was told', () => {
  const sunday = { weekly: [{ weekdays: ['SU'], times: [{ start: '12:00', end: '13:00' }] }], exceptions: [] }
  const later = ahead(programme([item('film', FILM)], { sound: [{ id: 's', name: '日', volume: 40, times: sunday }] }))
  expect(later).toMatchObject({ heard: [], lookedToMs: TO, silence: { because: 'outside-hours' } })
})

it('knows a programme in which nothing can be heard, in its zones either', () => {
  expect(hasAnythingToHear(programme([item('words', NOTICE)]))).toBe(false)
  const zone = { id: 'a', area: { x: 0, y: 0, w: 12, h: 12 }, content: { kind: 'scene' as const, scene: FILM } }
  expect(hasAnythingToHear(programme([item('l', { kind: 'layout', title: { ja: '二つ' }, landscape: [zone] })]))).toBe(
    true,
  )
})
