import type { Instant, LayoutScene, PlaylistItem, Programme } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { changesOf } from './changes.ts'
import { type DirectState, direct } from './direct.ts'
import { clockAt, entry, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const layout: LayoutScene = {
  kind: 'layout',
  title: { ja: '受付' },
  landscape: [
    { id: 'main', area: { x: 0, y: 0, w: 8, h: 12 }, content: { kind: 'playlist', playlistId: 'posters' } },
    { id: 'side', area: { x: 8, y: 0, w: 4, h: 12 }, content: { kind: 'playlist', playlistId: 'news' } },
  ],
}
const split = (seconds: number): PlaylistItem => item('split', seconds, { scene: layout })
const posters = playlist('posters', [item('p1', 20), item('p2', 20)])
const news = playlist('news', [item('n1', 15), item('n2', 15), item('n3', 15)])

/** From 09:00 on the layout for a minute, then a notice for half of one. */
function reception(changes: Partial<Programme> = {}): Programme {
  const morning = playlist('morning', [split(60), item('alone', 30)])
  return programme({
    playlists: [morning, posters, news],
    entries: [entry('e', { rule: rule({ start: '2026-11-02T09:00' }) })],
    defaultPlaylistId: null,
    ...changes,
  })
}

const at = (time: string): Instant => `2026-11-02T${time}+09:00`
const zonesAt = (state: DirectState, time: string) =>
  direct(state, clockAt(at(time))).zones?.map(({ item: shown }) => shown?.itemId ?? null)

describe('zones of a layout', () => {
  it('begin with its showing and take their turns from the clock alone', () => {
    const state = stateOf(reception())
    expect(zonesAt(state, '09:00:00')).toEqual(['p1', 'n1'])
    expect(zonesAt(state, '09:00:16')).toEqual(['p1', 'n2'])
    expect(zonesAt(state, '09:00:59')).toEqual(['p1', 'n1'])
    expect(zonesAt(state, '09:01:00')).toBeUndefined()
    expect(zonesAt(state, '09:01:30')).toEqual(['p1', 'n1'])
  })

  it('end the decision with the first of them that changes', () => {
    const state = stateOf(reception())
    expect(direct(state, clockAt(at('09:00:00'))).validUntil).toBe('2026-11-02T00:00:15.000Z')
    expect(direct(state, clockAt(at('09:00:16'))).validUntil).toBe('2026-11-02T00:00:20.000Z')
  })

  it('appear at once where the playlist of that zone cuts, whatever the others do', () => {
    const morning = playlist('morning', [split(60)])
    const cutting = reception({ playlists: [morning, { ...posters, transition: 'cut' }, news] })
    const { item: around, zones } = direct(stateOf(cutting), clockAt(at('09:00:21')))
    expect(zones?.map(({ item: shown }) => [shown?.itemId, shown?.cuts])).toEqual([
      ['p2', true],
      ['n2', undefined],
    ])
    expect(around).not.toHaveProperty('cuts')
  })

  it('keep to the wall clock where their playlist is synchronised', () => {
    const synced = reception({ playlists: [playlist('morning', [split(60)]), { ...posters, sync: true }, news] })
    const other = { ...synced, entries: [entry('e', { rule: rule({ start: '2026-11-02T08:59' }) })] }
    for (const time of ['09:00:05', '09:00:25', '09:00:45']) {
      expect(zonesAt(stateOf(synced), time)?.[0]).toBe(zonesAt(stateOf(other), time)?.[0])
    }
  })

  it('leave out what is not valid, and have nothing where nothing is', () => {
    const over = { ...news, items: news.items.map((each) => ({ ...each, validUntil: at('09:00:07') })) }
    const state = stateOf(reception({ playlists: [playlist('morning', [split(60)]), posters, over] }))
    expect(zonesAt(state, '09:00:06')).toEqual(['p1', 'n1'])
    expect(direct(state, clockAt(at('09:00:06'))).validUntil).toBe('2026-11-02T00:00:07.000Z')
    expect(zonesAt(state, '09:00:08')).toEqual(['p1', null])
  })

  it('leave out the layouts of their playlists, and have nothing of a playlist that is gone', () => {
    const nested = playlist('posters', [split(20), item('p2', 20)])
    const state = stateOf(reception({ playlists: [playlist('morning', [split(60)]), nested] }))
    expect(zonesAt(state, '09:00:00')).toEqual(['p2', null])
  })

  it('stand still while somebody is at the glass', () => {
    const touched = (time: string) => ({
      ...stateOf(reception()),
      visitor: { language: 'ja' as const, touchedAtMs: 1_000_000, beganAtMs: 1_000_000 },
      now: clockAt(at(time), { monotonicMs: 1_000_000 + Date.parse(at(time)) - Date.parse(at('09:00:16')) }),
    })
    for (const time of ['09:00:17', '09:00:40', '09:01:10']) {
      const { now, ...state } = touched(time)
      expect(direct(state, now).zones?.map(({ item: shown }) => shown?.itemId)).toEqual(['p1', 'n2'])
    }
  })

  it('are made ready before the layout comes', () => {
    const { upNext, upNextZones } = direct(stateOf(reception()), clockAt(at('09:01:10')))
    expect(upNext?.id).toBe('split')
    expect(upNextZones?.map(({ item: shown }) => shown?.itemId)).toEqual(['p1', 'n1'])
  })

  it('run on the monotonic clock when nobody knows the time', () => {
    const unknown = (monotonicMs: number) => clockAt(at('09:00:00'), { trust: 'unknown', monotonicMs })
    const state = stateOf(reception({ entries: [], defaultPlaylistId: 'morning' }))
    const shown = (monotonicMs: number) =>
      direct(state, unknown(monotonicMs)).zones?.map(({ item: each }) => each?.itemId)
    expect(shown(900_000)).toEqual(['p1', 'n1'])
    expect(shown(916_000)).toEqual(['p1', 'n2'])
  })

  it('are stacked on a tall glass where only a wide one was drawn', () => {
    const display = { ...programme().display, widthPx: 1080, heightPx: 1920 }
    const { zones } = direct(stateOf(reception({ display })), clockAt(at('09:00:00')))
    expect(zones?.map(({ area }) => area)).toEqual([
      { x: 0, y: 0, w: 12, h: 8 },
      { x: 0, y: 8, w: 12, h: 4 },
    ])
  })

  it('are followed item by item when a programme is resolved', () => {
    const changes = [...changesOf(reception(), at('09:00:00'), at('09:01:31'))]
    expect(changes.map(({ at: moment, zones }) => [moment.slice(11, 19), zones])).toEqual([
      ['09:00:00', { main: 'p1', side: 'n1' }],
      ['09:00:15', { main: 'p1', side: 'n2' }],
      ['09:00:20', { main: 'p2', side: 'n2' }],
      ['09:00:30', { main: 'p2', side: 'n3' }],
      ['09:00:40', { main: 'p1', side: 'n3' }],
      ['09:00:45', { main: 'p1', side: 'n1' }],
      ['09:01:00', undefined],
      ['09:01:30', { main: 'p1', side: 'n1' }],
    ])
  })
})
