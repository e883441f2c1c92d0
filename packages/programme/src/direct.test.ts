import type { Programme } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { clockAt, entry, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const NINE_TO_TEN = entry('counter-hours')

function at(published: Programme | null, instant: string) {
  return direct(stateOf(published), clockAt(instant))
}

describe('the everyday layers', () => {
  it('show the entry that is due, and say until when and what it leaves behind', () => {
    const shown = at(programme({ entries: [NINE_TO_TEN] }), '2026-11-02T09:00:40+09:00')
    expect(shown).toMatchObject({
      layer: 'scheduled',
      scene: { kind: 'notice', title: { ja: 'forms' } },
      item: {
        playlistId: 'morning',
        playlistName: 'morning の番組',
        itemId: 'forms',
        startedAt: '2026-11-02T00:00:30.000Z',
        endsAt: '2026-11-02T00:01:00.000Z',
      },
      upNext: { id: 'counters' },
      panel: 'on',
      overlays: [],
      validUntil: '2026-11-02T00:01:00.000Z',
    })
    expect(shown.loop.map(({ id }) => id)).toEqual(['counters', 'forms'])
    expect(shown.reasons).toEqual([
      {
        code: 'entry-wins',
        entryId: 'counter-hours',
        playlistId: 'morning',
        startsAt: '2026-11-02T00:00:00.000Z',
        endsAt: '2026-11-02T01:00:00.000Z',
        over: [],
      },
    ])
  })

  it('let an item appear at once where its playlist cuts, and fade in where it does not', () => {
    const items = [item('a', 30), item('b', 30)]
    const shown = (transition?: 'fade' | 'cut') => {
      const base = playlist('base', items, transition === undefined ? {} : { transition })
      return at(programme({ playlists: [base] }), '2026-11-02T09:00:40+09:00').item
    }
    expect(shown('cut')).toMatchObject({ itemId: 'b', cuts: true })
    expect(shown('fade')).toMatchObject({ itemId: 'b' })
    expect(shown('fade')).not.toHaveProperty('cuts')
    expect(shown()).toEqual(shown('fade'))
  })

  it('fall to the default playlist, which starts its loop at local midnight', () => {
    const shown = at(programme(), '2026-11-02T00:00:35+09:00')
    expect(shown).toMatchObject({
      layer: 'default',
      item: { itemId: 'welcome', startedAt: '2026-11-01T15:00:30.000Z' },
    })
    expect(shown.reasons).toEqual([{ code: 'no-entry-due' }, { code: 'default-playlist', playlistId: 'base' }])
  })

  it('cut the last item of the day at midnight', () => {
    const long = programme({ playlists: [playlist('base', [item('film', 7 * 3600)])] })
    const shown = at(long, '2026-11-02T23:00:00+09:00')
    expect(shown.item).toMatchObject({ startedAt: '2026-11-02T12:00:00.000Z', endsAt: '2026-11-02T15:00:00.000Z' })
    expect(shown.validUntil).toBe('2026-11-02T15:00:00.000Z')
  })

  it('give the higher priority the glass, let equals take turns, and say which it was', () => {
    const entries = [
      entry('b', { priority: 'high' }),
      entry('a', { priority: 'high' }),
      entry('low', { priority: 'raised', rule: rule({ start: '2026-11-02T09:20' }) }),
      entry('old', { priority: 'high', rule: rule({ start: '2026-11-02T08:30' }) }),
    ]
    expect(at(programme({ entries }), '2026-11-02T09:25:00+09:00').reasons[0]).toMatchObject({
      code: 'entry-wins',
      entryId: 'a',
      over: [
        { entryId: 'old', because: 'turn' },
        { entryId: 'b', because: 'turn' },
        { entryId: 'low', because: 'priority' },
      ],
    })
  })

  it('prepare what the next entry begins with while the last item before it is on', () => {
    const shown = at(programme({ entries: [NINE_TO_TEN] }), '2026-11-02T08:59:45+09:00')
    expect(shown).toMatchObject({ item: { itemId: 'map' }, upNext: { id: 'counters' } })
  })

  it('hold through boundaries that change nothing on the glass, and still name what really comes next', () => {
    const lower = entry('lower', { rule: rule({ start: '2026-11-02T09:00', durationMinutes: 1 }) })
    const film = playlist('film', [item('film', 600), item('credits', 60)])
    const higher = entry('higher', { playlistId: 'film', priority: 'high' })
    const shown = at(
      programme({ playlists: [film, playlist('morning', [])], entries: [lower, higher] }),
      '2026-11-02T09:00:30+09:00',
    )
    expect(shown.validUntil).toBe('2026-11-02T00:01:00.000Z')
    expect(shown).toMatchObject({
      item: { itemId: 'film', endsAt: '2026-11-02T00:10:00.000Z' },
      upNext: { id: 'credits' },
    })
  })
})

describe('validity of items', () => {
  it('leaves out an item from the moment it ends, and goes a layer down when none is left', () => {
    const poster = item('poster', 30, { validUntil: '2026-11-02T09:30:00+09:00' })
    const published = programme({
      playlists: [playlist('morning', [poster]), playlist('base', [item('welcome', 10)])],
      entries: [NINE_TO_TEN],
    })
    expect(at(published, '2026-11-02T09:29:50+09:00')).toMatchObject({
      item: { itemId: 'poster' },
      validUntil: '2026-11-02T00:30:00.000Z',
    })
    const after = at(published, '2026-11-02T09:30:00+09:00')
    expect(after).toMatchObject({ layer: 'default', item: { itemId: 'welcome' } })
    expect(after.reasons).toEqual([
      { code: 'entry-has-nothing-to-show', entryId: 'counter-hours', playlistId: 'morning' },
      { code: 'default-playlist', playlistId: 'base' },
    ])
  })

  it('names the items of the loop that are left out', () => {
    const later = item('later', 30, { validFrom: '2026-11-03T00:00:00+09:00' })
    const shown = at(
      programme({ playlists: [playlist('base', [item('welcome', 10), later])] }),
      '2026-11-02T12:00:00+09:00',
    )
    expect(shown.reasons).toContainEqual({ code: 'items-not-valid', playlistId: 'base', itemIds: ['later'] })
    expect(shown.loop.map(({ id }) => id)).toEqual(['welcome'])
  })
})

describe('the built-in fallback', () => {
  it('is shown when nothing was published', () => {
    expect(at(null, '2026-11-02T12:00:00+09:00')).toMatchObject({
      layer: 'fallback',
      scene: { kind: 'fallback' },
      item: null,
      upNext: null,
      reasons: [{ code: 'no-programme' }],
    })
  })

  it('is shown when every layer is empty', () => {
    const bare = programme({ playlists: [playlist('base', [])] })
    expect(at(bare, '2026-11-02T12:00:00+09:00').reasons).toEqual([
      { code: 'no-entry-due' },
      { code: 'default-has-nothing-to-show', playlistId: 'base' },
    ])
    const none = programme({ defaultPlaylistId: null })
    expect(at(none, '2026-11-02T12:00:00+09:00').reasons).toContainEqual({ code: 'no-default-playlist' })
  })
})

describe('what is not known', () => {
  it('without a known time follows no entry and runs the default playlist on the monotonic clock', () => {
    const state = stateOf(programme({ entries: [NINE_TO_TEN] }))
    const lost = clockAt('2026-11-02T09:10:00+09:00', { trust: 'unknown', monotonicMs: 45_500.7 })
    expect(direct(state, lost)).toMatchObject({
      layer: 'default',
      item: { itemId: 'map', startedAt: '2026-11-02T00:09:54.500Z' },
      reasons: [{ code: 'clock-unknown' }, { code: 'default-playlist', playlistId: 'base' }],
      validUntil: '2026-11-02T00:10:14.500Z',
    })
  })

  it('without a known time trusts only items without a validity, while there are any', () => {
    const dated = item('dated', 10, { validUntil: '2026-12-01T00:00:00+09:00' })
    const lost = clockAt('1970-01-01T00:00:00Z', { trust: 'unknown', monotonicMs: 0 })
    const mixed = stateOf(programme({ playlists: [playlist('base', [dated, item('welcome', 10)])] }))
    expect(direct(mixed, lost).item?.itemId).toBe('welcome')
    const onlyDated = stateOf(programme({ playlists: [playlist('base', [dated])] }))
    expect(direct(onlyDated, lost).item?.itemId).toBe('dated')
  })

  it('keeps the same showing while the untrusted wall clock jumps', () => {
    const state = stateOf(programme())
    const before = direct(state, clockAt('1970-01-01T00:00:00Z', { trust: 'unknown', monotonicMs: 3000 }))
    const after = direct(state, clockAt('2026-11-02T00:00:00Z', { trust: 'unknown', monotonicMs: 4000 }))
    expect(after.item?.key).toBe(before.item?.key)
  })

  it('beyond the unrolled windows says so and shows the default playlist', () => {
    const state = stateOf(programme({ entries: [NINE_TO_TEN] }), {}, '2026-11-01T00:00:00Z', '2026-11-05T00:30:00Z')
    const within = direct(state, clockAt('2026-11-05T00:29:45Z'))
    expect(within).toMatchObject({ layer: 'scheduled', validUntil: '2026-11-05T00:30:00.000Z' })
    const beyond = direct(state, clockAt('2026-11-05T00:30:00Z'))
    expect(beyond.layer).toBe('default')
    expect(beyond.reasons[0]).toEqual({ code: 'schedule-not-unrolled' })
  })

  it('reports rules that cannot be followed', () => {
    const broken = entry('broken', { rule: rule({ timeZone: 'Not/AZone' }) })
    expect(at(programme({ entries: [broken] }), '2026-11-02T09:10:00+09:00').reasons[0]).toEqual({
      code: 'rule-not-followed',
      entryId: 'broken',
      problem: 'unknown-zone',
    })
  })
})
