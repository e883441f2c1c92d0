import { type LayoutZone, OperatingHours, type PlaylistItem, type Programme, type SingleScene } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { someClock, someState } from './testing/some-state.ts'
import { alert, clockAt, entry, held, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const LIVE: SingleScene = { kind: 'live', title: { ja: '中継' }, streamId: 'council' }
const SITTING: SingleScene = { kind: 'sitting', title: { ja: '本会議' }, sittingId: 'june', streamId: 'council' }
const NOTICE: SingleScene = { kind: 'notice', title: { ja: '案内' }, body: { ja: '案内' } }

function times(start: string, end: string): OperatingHours {
  return OperatingHours.parse({
    weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start, end }] }],
    exceptions: [{ days: ['closed'], times: [] }],
  })
}

const NOON = { id: 'noon', name: '昼', volume: 60, times: times('12:00', '13:00') }
const DAY = { id: 'day', name: '日中', volume: 20, times: times('09:00', '17:00') }

function shows(scene: PlaylistItem['scene'], changes: Partial<Programme> = {}, of: Partial<PlaylistItem> = {}) {
  return programme({ playlists: [playlist('base', [item('film', 60, { scene, ...of })])], ...changes })
}

/** What is heard, and why, on Monday 2 November 2026. */
function heardAt(published: Programme, time: string) {
  const { sound, reasons, validUntil } = direct(stateOf(published), clockAt(`2026-11-02T${time}:00+09:00`))
  return { sound, why: reasons.filter(({ code }) => code.startsWith('sound')), validUntil }
}

describe('sound', () => {
  it('is none where no sound hours are set, and none is spoken of', () => {
    expect(heardAt(shows(LIVE), '12:30')).toMatchObject({ sound: undefined, why: [] })
  })

  it('is as loud as the first rule whose time it is, and silent outside of all', () => {
    const published = shows(LIVE, { sound: [NOON, DAY] })
    expect(heardAt(published, '12:30').sound).toEqual({ soundId: 'noon', volume: 60, zoneId: null })
    expect(heardAt(published, '13:00').sound).toEqual({ soundId: 'day', volume: 20, zoneId: null })
    const early = heardAt(published, '08:59')
    expect(early.sound).toBeUndefined()
    expect(early.why).toEqual([{ code: 'sound-off', because: 'outside-hours', nextAt: '2026-11-02T00:00:00.000Z' }])
    // The picture stays, but is heard from nine.
    expect(Date.parse(early.validUntil)).toBeLessThanOrEqual(Date.parse('2026-11-02T00:00:00Z'))
    const silent = { ...NOON, volume: 0 }
    expect(heardAt(shows(LIVE, { sound: [silent, DAY] }), '12:30').why).toMatchObject([{ because: 'silent-hours' }])
  })

  it('keeps to the days of the city hall', () => {
    const calendar = { holidays: [], closedWeekdays: [], closedDates: ['2026-11-02'], openDates: [], yearEnd: null }
    expect(heardAt(shows(LIVE, { sound: [DAY], calendar }), '12:30').sound).toBeUndefined()
  })

  it('is kept from entries and items that are never heard, and there is none of what cannot be heard', () => {
    const sound = [DAY]
    expect(heardAt(shows(LIVE, { sound }, { silent: true }), '12:30').why).toMatchObject([{ because: 'silent-item' }])
    expect(heardAt(shows(NOTICE, { sound }), '12:30').why).toMatchObject([{ because: 'nothing-to-hear' }])
    const due = entry('tour', { playlistId: 'base', rule: rule({ durationMinutes: 600 }) })
    expect(heardAt(shows(LIVE, { sound, entries: [due] }), '12:30').sound?.volume).toBe(20)
    const never = { ...due, silent: true }
    expect(heardAt(shows(LIVE, { sound, entries: [never] }), '12:30').why).toContainEqual({
      code: 'sound-off',
      because: 'silent-entry',
    })
  })

  it('comes from one zone alone: a sitting, else the largest', () => {
    const zone = (id: string, x: number, w: number, scene: SingleScene): LayoutZone => {
      return { id, area: { x, y: 0, w, h: 12 }, content: { kind: 'scene', scene } }
    }
    const layout = (small: SingleScene, large: SingleScene): PlaylistItem['scene'] => {
      return {
        kind: 'layout',
        title: { ja: '割付' },
        landscape: [zone('small', 0, 4, small), zone('large', 4, 8, large)],
      }
    }
    const zoneHeard = (small: SingleScene, large: SingleScene) =>
      heardAt(shows(layout(small, large), { sound: [DAY] }), '12:30').sound?.zoneId
    expect(zoneHeard(LIVE, LIVE)).toBe('large')
    expect(zoneHeard(SITTING, LIVE)).toBe('small')
    expect(zoneHeard(LIVE, NOTICE)).toBe('small')
    expect(zoneHeard(NOTICE, NOTICE)).toBeUndefined()
  })

  it('leaves out a zone whose item is never heard', () => {
    const scene: PlaylistItem['scene'] = {
      kind: 'layout',
      title: { ja: '割付' },
      landscape: [
        { id: 'only', area: { x: 0, y: 0, w: 12, h: 12 }, content: { kind: 'playlist', playlistId: 'films' } },
      ],
    }
    const films = (silent: boolean) => {
      const inZone = playlist('films', [item('film', 60, { scene: LIVE, silent })])
      const published = shows(scene, { sound: [DAY] })
      return heardAt({ ...published, playlists: [...published.playlists, inZone] }, '12:30').sound?.zoneId
    }
    expect(films(false)).toBe('only')
    expect(films(true)).toBeUndefined()
  })

  it('is cut by an emergency', () => {
    const state = {
      ...stateOf(shows(LIVE, { sound: [DAY] })),
      alerts: { live: held('live', [alert('x')]), drill: null },
    }
    expect(direct(state, clockAt('2026-11-02T12:30:00+09:00')).sound).toBeUndefined()
  })

  it('is, whatever there is, that of one thing on the glass at a time, in the time of its rule', () => {
    let heard = 0
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const { sound, layer, zones, scene } = direct(state, clock)
        if (sound === undefined) return
        heard += 1
        const ms = Date.parse(clock.instant)
        expect(clock.trust).not.toBe('unknown')
        expect(['takeover', 'scheduled', 'default']).toContain(layer)
        expect(sound.volume).toBeGreaterThan(0)
        const spans = state.windows.sound
          .filter(({ id, volume }) => id === sound.soundId && volume === sound.volume)
          .flatMap((counting) => counting.spans)
        expect(spans.some(({ startsAtMs, endsAtMs }) => startsAtMs <= ms && ms < endsAtMs)).toBe(true)
        if (sound.zoneId === null) expect(scene.kind).toBe('live')
        else expect(zones?.find(({ id }) => id === sound.zoneId)?.scene?.kind).toBe('live')
      }),
      { numRuns: 1000 },
    )
    expect(heard).toBeGreaterThan(0)
  })
})
