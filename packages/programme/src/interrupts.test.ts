import type { EntryRole, Programme } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direct, type DirectState } from './direct.ts'
import { unroll } from './unroll.ts'
import { clockAt, entry, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const NINE_MS = Date.parse('2026-11-02T09:00:00+09:00')
const HOUR_MS = 3_600_000
const ALL_DAY = rule({ allDay: true, start: '2026-11-01T00:00' })

function interrupt(
  id: string,
  share: Extract<EntryRole, { kind: 'interrupt' }>['share'],
  maxPlaysPerHour: number | null = null,
) {
  return entry(id, { playlistId: id, rule: ALL_DAY, role: { kind: 'interrupt', share, maxPlaysPerHour } })
}

type Stretch = { entryId: string | null; itemId: string | undefined; ms: number }

/** An hour from nine, walked from one validUntil to the next; `entryId` only of interrupts. */
function walk(published: Programme, state: DirectState = stateOf(published), hours = 1): Stretch[] {
  const stretches: Stretch[] = []
  for (let ms = NINE_MS; ms < NINE_MS + hours * HOUR_MS; ) {
    const { item: shown, validUntil, reasons } = direct(state, clockAt(new Date(ms).toISOString()))
    const playing = reasons.find(({ code }) => code === 'interrupt-plays')
    const lastsMs = Date.parse(validUntil) - ms
    stretches.push({
      entryId: playing?.code === 'interrupt-plays' ? playing.entryId : null,
      itemId: shown?.itemId,
      ms: lastsMs,
    })
    ms += lastsMs
  }
  return stretches
}

function playedMs(stretches: readonly Stretch[], entryId: string | null): number {
  return stretches.filter((one) => one.entryId === entryId).reduce((sum, { ms }) => sum + ms, 0)
}

const base = playlist('base', [item('welcome', 20), item('map', 40)])

describe('an interrupt', () => {
  const published = programme({
    playlists: [base, playlist('ad', [item('ad1', 10), item('ad2', 10)])],
    entries: [interrupt('ad', { secondsPerHour: 600 })],
  })

  it('has its share of the hour, an item at a time, spread evenly', () => {
    const stretches = walk(published)
    expect(Math.abs(playedMs(stretches, 'ad') - 600_000)).toBeLessThanOrEqual(40_000)
    const gaps: number[] = []
    let sinceMs = 0
    for (const { entryId, ms } of stretches) {
      if (entryId === 'ad') {
        gaps.push(sinceMs)
        sinceMs = 0
      } else sinceMs += ms
    }
    expect(Math.max(...gaps.slice(1))).toBeLessThanOrEqual(100_000)
    expect(Math.min(...gaps.slice(1))).toBeGreaterThanOrEqual(20_000)
  })

  it('lets the playlist beneath go on with its next item, none cut short but by the hour', () => {
    const shown = walk(published).filter(({ entryId }) => entryId === null)
    expect(new Set(shown.slice(0, -1).map(({ itemId, ms }) => `${itemId} ${ms}`))).toEqual(
      new Set(['welcome 20000', 'map 40000']),
    )
    const ids = shown.map(({ itemId }) => itemId)
    expect(ids).toEqual(ids.map((_, n) => (n % 2 === 0 ? 'welcome' : 'map')))
  })

  it('says why it plays, whom it interrupts and when it comes next', () => {
    const entries = [...published.entries, entry('talk', { playlistId: 'base' })]
    const state = stateOf({ ...published, entries })
    const first = direct(state, clockAt(new Date(NINE_MS).toISOString()))
    expect(first.reasons.map(({ code }) => code)).toEqual(['entry-wins', 'interrupt-waits'])
    const waits = first.reasons.find(({ code }) => code === 'interrupt-waits')
    const nextAt = waits?.code === 'interrupt-waits' ? (waits.nextAt ?? '') : ''
    const then = direct(state, clockAt(nextAt))
    expect(then).toMatchObject({ layer: 'scheduled', item: { playlistId: 'ad' } })
    expect(then.reasons[0]).toMatchObject({
      code: 'interrupt-plays',
      entryId: 'ad',
      over: [{ entryId: 'talk', because: 'interrupt' }],
    })
  })

  it('plays no oftener than it may in an hour, counted from the log where there is one', () => {
    const limited = { ...published, entries: [interrupt('ad', { percent: 50 }, 7)] }
    expect(walk(limited).filter(({ entryId }) => entryId === 'ad').length).toBe(7)
    const logged = Array.from({ length: 5 }, (_, n) => ({ entryId: 'ad', startedAtMs: NINE_MS + n }))
    const after = walk(limited, stateOf(limited, { plays: logged }))
    expect(after.filter(({ entryId }) => entryId === 'ad').length).toBeLessThanOrEqual(7)
  })

  it('is nothing when nobody knows the time', () => {
    const lost = clockAt('2026-11-02T09:00:30+09:00', { trust: 'unknown' })
    expect(direct(stateOf(published), lost).item?.playlistId).toBe('base')
  })

  it('plays alone where nothing else is to be shown', () => {
    const alone = { ...published, defaultPlaylistId: null }
    expect(walk(alone).every(({ entryId }) => entryId === 'ad')).toBe(true)
  })
})

describe('interrupts together', () => {
  const lengths = fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 3 })
  const drawn = fc.array(fc.tuple(lengths, fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 4 })

  it('have each its share to within an item, scaled down together when they ask for more than all of it', () => {
    fc.assert(
      fc.property(drawn, lengths, (interrupts, baseLengths) => {
        const playlists = interrupts.map(([seconds], n) =>
          playlist(
            `ad${n}`,
            seconds.map((s, k) => item(`i${n}${k}`, s)),
          ),
        )
        const entries = interrupts.map(([, percent], n) => interrupt(`ad${n}`, { percent }))
        const ordinary = playlist(
          'base',
          baseLengths.map((s, k) => item(`b${k}`, s)),
        )
        const stretches = walk(programme({ playlists: [ordinary, ...playlists], entries }))
        const asked = interrupts.reduce((sum, [, percent]) => sum + percent, 0)
        const itemMs = 1000 * Math.max(...baseLengths, ...interrupts.flatMap(([seconds]) => seconds))
        for (const [n, [, percent]] of interrupts.entries()) {
          const target = (HOUR_MS * percent) / Math.max(100, asked)
          expect(Math.abs(playedMs(stretches, `ad${n}`) - target)).toBeLessThanOrEqual(itemMs)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are the same on every display, whenever it was started and whatever was unrolled', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 3 * HOUR_MS }), (interrupts, offsetMs) => {
        const playlists = interrupts.map(([seconds], n) =>
          playlist(
            `ad${n}`,
            seconds.map((s, k) => item(`i${n}${k}`, s)),
          ),
        )
        const entries = [
          ...interrupts.map(([, percent], n) => interrupt(`ad${n}`, { percent })),
          entry('talk', { playlistId: 'base', rule: rule({ start: '2026-11-02T09:20' }) }),
        ]
        const published = programme({ playlists: [base, ...playlists], entries })
        const instant = new Date(NINE_MS + offsetMs).toISOString()
        const windows = unroll({ ...published }, new Date(NINE_MS + offsetMs - 1).toISOString(), '2026-11-09T00:00:00Z')
        const here = direct(stateOf(published), clockAt(instant))
        const there = direct(stateOf(published, { windows, displayId: 'other' }), clockAt(instant))
        expect([there.item, there.reasons]).toEqual([here.item, here.reasons])
      }),
      { numRuns: 60 },
    )
  })
})
