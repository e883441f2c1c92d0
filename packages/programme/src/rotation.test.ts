import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { lengthMs, turnsOf } from './playlist.ts'
import { passesOf, placeAfter } from './rotation.ts'
import { clockAt, entry, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const START_MS = Date.parse('2026-11-02T09:00:00+09:00')

function shownAt(published: ReturnType<typeof programme>, seconds: number, from?: string): string | undefined {
  const clock = clockAt(new Date(START_MS + seconds * 1000).toISOString())
  return direct(from === undefined ? stateOf(published) : stateOf(published, {}, from), clock).item?.itemId
}

const someItems = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 10 })), { minLength: 1, maxLength: 6 })
  .map((drawn) => drawn.map(([seconds, weight], index) => item(`i${index}`, seconds, { weight })))

const somePlaylists = fc
  .array(fc.tuple(someItems, fc.boolean()), { minLength: 1, maxLength: 4 })
  .map((drawn) => drawn.map(([items, campaign], index) => playlist(`p${index}`, items, { campaign })))

describe('entries of one priority', () => {
  const two = [playlist('a', [item('a1', 10), item('a2', 20)]), playlist('b', [item('b1', 5)])]

  it('take turns by whole passes, the smaller order first, from the latest start', () => {
    const entries = [
      entry('late', { playlistId: 'b', order: -1 }),
      entry('early', { playlistId: 'a', rule: rule({ start: '2026-11-02T08:00', durationMinutes: 180 }) }),
    ]
    const published = programme({ playlists: two, entries })
    expect([0, 4, 5, 14, 15, 34, 35, 40].map((seconds) => shownAt(published, seconds))).toEqual([
      'b1',
      'b1',
      'a1',
      'a1',
      'a2',
      'a2',
      'b1',
      'a1',
    ])
  })

  it('pass over one that has nothing to show', () => {
    const entries = [entry('full', { playlistId: 'a' }), entry('empty', { playlistId: 'none', order: -1 })]
    const published = programme({ playlists: [...two, playlist('none', [])], entries })
    expect([0, 10, 30].map((seconds) => shownAt(published, seconds))).toEqual(['a1', 'a2', 'a1'])
  })

  it('give a campaign one item a turn, the next in its next turn', () => {
    const campaign = playlist('c', [item('c1', 5), item('c2', 5)], { campaign: true })
    const entries = [entry('x', { playlistId: 'c' }), entry('y', { playlistId: 'b' })]
    const published = programme({ playlists: [campaign, ...two], entries })
    expect([0, 5, 10, 15, 20].map((seconds) => shownAt(published, seconds))).toEqual(['c1', 'b1', 'c2', 'b1', 'c1'])
  })
})

describe('a synchronised playlist', () => {
  const items = [item('s1', 7), item('s2', 11)]
  const published = (start: string) =>
    programme({
      playlists: [playlist('s', items, { sync: true })],
      entries: [entry('e', { playlistId: 's', rule: rule({ start, durationMinutes: 240 }) })],
      defaultPlaylistId: 's',
    })

  it('shows the same on displays whose windows began at other times, or that fell back to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 3600 }), (seconds) => {
        const shown = shownAt(published('2026-11-02T08:15'), seconds)
        expect(shownAt(published('2026-11-02T08:55'), seconds)).toBe(shown)
        expect(shownAt(published('2026-12-02T08:55'), seconds)).toBe(shown)
        expect(shownAt(published('2026-11-02T08:15'), seconds, '2026-11-01T23:00:00Z')).toBe(shown)
        expect(shown).toBe((START_MS / 1000 + seconds) % 18 < 7 ? 's1' : 's2')
      }),
    )
  })
})

describe('the turns of a pass', () => {
  it('keep the order of a playlist without weights', () => {
    const items = [item('a', 1), item('b', 2), item('c', 3)]
    expect(turnsOf(items)).toEqual(items)
  })

  it('spread the turns of a heavier item', () => {
    const turns = turnsOf([item('often', 10, { weight: 3 }), item('x', 10), item('y', 10)])
    expect(turns.map(({ id }) => id)).toEqual(['often', 'often', 'x', 'often', 'y'])
  })

  it('leave at most two more light items between two turns of a heavy one than between two others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 1, max: 40 }), (weight, lights) => {
        const items = [item('heavy', 1, { weight }), ...Array.from({ length: lights }, (_, n) => item(`l${n}`, 1))]
        const at = turnsOf(items).flatMap(({ id }, turn) => (id === 'heavy' ? [turn] : []))
        const gaps = at.slice(1).map((turn, n) => turn - (at[n] ?? 0))
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('are as many as the weights say', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        for (const { id, weight } of items) expect(turnsOf(items).filter((turn) => turn.id === id).length).toBe(weight)
      }),
    )
  })
})

describe('the place in a rotation', () => {
  const membersOf = (playlists: ReturnType<typeof playlist>[]) =>
    playlists.map((each) => ({ playlist: each, passes: passesOf(each, each.items) }))

  it('is the one that playing it through from the start would come to', () => {
    fc.assert(
      fc.property(somePlaylists, fc.integer({ min: 1, max: 400 }), (playlists, steps) => {
        const members = membersOf(playlists)
        let atMs = 0
        let step = 0
        for (let round = 0; step < steps; round++) {
          for (const { playlist: of, passes } of members) {
            for (const due of passes[round % passes.length] ?? []) {
              const place = placeAfter(members, atMs)
              expect([place?.member.playlist.id, place?.item.id, place?.intoMs]).toEqual([of.id, due.id, 0])
              expect(placeAfter(members, atMs + lengthMs(due) - 1)?.item).toBe(due)
              atMs += lengthMs(due)
              step += 1
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is found as well a hundred years later, and before the start', () => {
    fc.assert(
      fc.property(somePlaylists, fc.integer({ min: -4e12, max: 4e12 }), (playlists, elapsedMs) => {
        const place = placeAfter(membersOf(playlists), elapsedMs)
        expect(place).not.toBeNull()
        expect(place?.intoMs).toBeGreaterThanOrEqual(0)
        expect(place?.intoMs).toBeLessThan(place?.itemMs ?? 0)
      }),
    )
  })

  it('is nowhere when there is nothing to show', () => {
    expect(placeAfter(membersOf([playlist('none', [])]), 5)).toBeNull()
  })
})
