import { expect, test } from 'vitest'
import { sittingsIn } from './sittings.ts'
import { entry, item, playlist, programme } from './testing/sample.ts'

const council = { id: 'council', title: { ja: '市議会 本会議' }, url: 'http://127.0.0.1/live.m3u8' }
const live = { ...item('live', 60), scene: { kind: 'live' as const, title: council.title, streamId: 'council' } }
const rule = (start: string, rrule: string | null) => ({
  start,
  durationMinutes: 120,
  timeZone: 'Asia/Tokyo',
  rrule,
  exdates: [],
  rdates: [],
})
const days = ['2026-11-24T00:00:00+09:00', '2026-11-27T00:00:00+09:00'] as const

test('what the schedule relays live is a meeting at the times of its entry, and nothing else is', () => {
  const house = programme({
    streams: [council],
    playlists: [playlist('live', [live]), playlist('posters', [item('poster', 60)])],
    entries: [
      entry('posters', { playlistId: 'posters', rule: rule('2026-11-01T08:30', 'FREQ=DAILY') }),
      entry('council', { playlistId: 'live', rule: rule('2026-11-03T10:00', 'FREQ=WEEKLY;BYDAY=TU,TH') }),
      entry('line', { playlistId: 'live', rule: rule('2026-11-01T09:00', 'FREQ=DAILY'), role: { kind: 'overlay' } }),
    ],
  })
  expect(sittingsIn(house, ...days).map(({ startsAt, stream }) => [Date.parse(startsAt), stream.id])).toEqual([
    [Date.parse('2026-11-24T10:00:00+09:00'), 'council'],
    [Date.parse('2026-11-26T10:00:00+09:00'), 'council'],
  ])
})

test('a stream that the programme does not know is no meeting', () => {
  const lost = programme({
    streams: [],
    playlists: [playlist('live', [live])],
    entries: [entry('council', { playlistId: 'live', rule: rule('2026-11-24T10:00', null) })],
  })
  expect(sittingsIn(lost, ...days)).toEqual([])
})
