import type { FileRef, Playlist, SceneContent } from '@akari/protocol'
import { expect, it } from 'vitest'
import { feedsIn } from './compile.ts'
import { indexDraft } from './content.ts'
import { layFeeds } from './feed-layer.ts'
import { feedsNamedIn } from './publish-steps.store.ts'

const file = (digit: string): FileRef => ({ sha256: digit.repeat(64), bytes: 10, mediaType: 'application/json' })
const weather: SceneContent = { kind: 'weather', title: { ja: '天気' }, feedId: 'jma' }
const news: SceneContent = { kind: 'news', title: { ja: 'お知らせ' }, feedId: 'city' }
const notice: SceneContent = { kind: 'notice', title: { ja: '題' }, body: { ja: '本文' } }

function playlist(...scenes: SceneContent[]): Playlist {
  const items = scenes.map((scene, n) => ({ id: `${n}`, seconds: 10, scene, validFrom: null, validUntil: null }))
  return { id: 'p', name: 'p', items }
}
const draft = (feeds: { id: string; timetable: FileRef }[]) =>
  indexDraft({ playlists: [], entries: [], streams: [], assets: [], feeds })
const body = (feeds: object[] | undefined) => JSON.stringify({ playlists: [], feeds, files: [file('b')] })

it('names the feeds that boards show, also those in the zones of a layout, each once', () => {
  const zone = { id: 'z', area: { x: 0, y: 0, w: 12, h: 12 }, content: { kind: 'scene' as const, scene: weather } }
  const layout: SceneContent = { kind: 'layout', title: { ja: '割り付け' }, landscape: [zone] }
  expect(feedsIn([playlist(notice, news, layout), playlist(weather)])).toEqual([{ feedId: 'city' }, { feedId: 'jma' }])
  expect(feedsIn([playlist(notice)])).toEqual([])
})

it('lays the timetable of a feed onto the programmes that show it, with its file, and onto no others', () => {
  const timetables = draft([{ id: 'bus', timetable: file('a') }])
  const laid = layFeeds(body([{ feedId: 'bus' }, { feedId: 'jma' }]), timetables)
  expect(JSON.parse(laid)).toEqual({
    playlists: [],
    feeds: [{ feedId: 'bus', timetable: file('a') }, { feedId: 'jma' }],
    files: [file('a'), file('b')],
  })
  expect(feedsNamedIn(laid)).toBe('["bus","jma"]')
  for (const other of [body(undefined), body([{ feedId: 'jma' }])]) expect(layFeeds(other, timetables)).toBe(other)
  expect(layFeeds(body([{ feedId: 'bus' }]), draft([]))).toBe(body([{ feedId: 'bus' }]))
  expect(feedsNamedIn(body(undefined))).toBeNull()
})
