import { type Clock, Instant, overlap, PRESENTATION_MODES } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DirectState, type Direction, direct } from './direct.ts'
import { takesOver } from './emergency.ts'
import { someAlert } from './testing/some-alerts.ts'
import { someClock, someState } from './testing/some-state.ts'
import type { ZoneOnGlass } from './zones.ts'
import { entry, held, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const RUNS = { numRuns: 300 }

function after(clock: Clock, ms: number): Clock {
  return {
    ...clock,
    instant: new Date(Date.parse(clock.instant) + ms).toISOString(),
    monotonicMs: clock.monotonicMs + ms,
  }
}

function holdsMs(direction: Direction, clock: Clock): number {
  return Date.parse(direction.validUntil) - Date.parse(clock.instant)
}

/** startedAt and endsAt of an untrusted clock follow two clocks at once and may round apart by a millisecond. */
function glassOf(direction: Direction, clock: Clock): unknown {
  if (clock.trust !== 'unknown') return direction
  const { item: shown, zones, upNextZones, ...rest } = direction
  const keys = { key: shown?.key, zones: zones?.map(keyed), upNextZones: upNextZones?.map(keyed) }
  return { ...rest, ...keys, validUntil: null }
}

function keyed({ item: shown, ...rest }: ZoneOnGlass): unknown {
  return { ...rest, key: shown?.key }
}

function alertsOnGlass({ scene, overlays }: Direction) {
  const full = scene.kind === 'emergency' ? scene.alerts.map((alert) => ({ channel: scene.channel, alert })) : []
  return [...full, ...overlays.map(({ channel, alert }) => ({ channel, alert }))]
}

describe('direct, whatever it is given', () => {
  it('decides without throwing and until a moment that is still to come', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const direction = direct(state, clock)
        expect(Instant.safeParse(direction.validUntil).success).toBe(true)
        expect(holdsMs(direction, clock)).toBeGreaterThan(0)
        expect(direction.reasons.length).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  it('decides the same from the same, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const copy: DirectState = structuredClone(state)
        expect(direct(state, clock)).toEqual(direct(copy, { ...clock }))
        expect(state).toEqual(copy)
      }),
      RUNS,
    )
  })

  it('holds unchanged until validUntil, to the last millisecond', () => {
    fc.assert(
      fc.property(someState, someClock, fc.double({ min: 0, max: 1, noNaN: true }), (state, clock, share) => {
        const now = direct(state, clock)
        const lastMs = holdsMs(now, clock) - 1
        for (const ms of [Math.floor(share * lastMs), lastMs]) {
          expect(glassOf(direct(state, after(clock, ms)), clock)).toEqual(glassOf(now, clock))
        }
      }),
      RUNS,
    )
  })

  it('shows an emergency whenever a live alert takes over, whatever else there is', () => {
    fc.assert(
      fc.property(someState, someClock, fc.array(someAlert, { minLength: 1 }), (state, clock, alerts) => {
        const live = held('live', alerts)
        const { scene, layer } = direct({ ...state, alerts: { ...state.alerts, live } }, clock)
        const taking = alerts.filter((alert) => takesOver(alert, live, clock, state.displayId))
        fc.pre(taking.length > 0)
        expect(layer).toBe('emergency')
        expect(scene).toMatchObject({ kind: 'emergency', channel: 'live', phase: 'inForce' })
        expect(scene.kind === 'emergency' && new Set(scene.alerts)).toEqual(new Set(taking))
      }),
      RUNS,
    )
  })

  it('lets the higher layer win: an override that is on, then the hours, then everything else', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        fc.pre(clock.trust !== 'unknown' && state.programme !== null)
        const { layer } = direct(state, clock)
        fc.pre(layer !== 'emergency')
        const nowMs = Date.parse(clock.instant)
        const { takeovers = [], playlists } = state.programme ?? programme()
        const { visitor, windows } = state
        const isOn = takeovers.some(({ startsAt, endsAt, playlistId }) => {
          const items = playlists.find(({ id }) => id === playlistId)?.items ?? []
          const hasItems = items.some(({ validFrom, validUntil }) => validFrom === null && validUntil === null)
          return Date.parse(startsAt) <= nowMs && nowMs < Date.parse(endsAt) && hasItems
        })
        if (isOn && visitor.touchedAtMs === null) expect(layer).toBe('takeover')
        const isKnown = windows.fromMs <= nowMs && nowMs < windows.toMs
        const isOpen = windows.open?.some(({ startsAtMs, endsAtMs }) => startsAtMs <= nowMs && nowMs < endsAtMs) ?? true
        if (isKnown && !isOpen) expect(['takeover', 'closed']).toContain(layer)
        else expect(layer).not.toBe('closed')
      }),
      RUNS,
    )
  })

  it('never shows an alert after its time', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        fc.pre(clock.trust !== 'unknown')
        for (const { alert } of alertsOnGlass(direct(state, clock))) {
          const endsMs = alert.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(alert.expiresAt)
          expect(endsMs).toBeGreaterThan(Date.parse(clock.instant))
        }
      }),
      RUNS,
    )
  })

  it('never shows an alert before its moment', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        fc.pre(clock.trust !== 'unknown')
        for (const { alert } of alertsOnGlass(direct(state, clock))) {
          expect(Date.parse(alert.effectiveAt ?? '1970-01-01T00:00:00Z')).toBeLessThanOrEqual(Date.parse(clock.instant))
        }
      }),
      RUNS,
    )
  })

  it('lays live beside the programme before drill, and on each channel the larger mode first', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const ranks = direct(state, clock).overlays.map(
          ({ kind, channel }) => (channel === 'live' ? 0 : 10) + PRESENTATION_MODES.indexOf(kind),
        )
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
      RUNS,
    )
  })

  it('shows each alert at most once', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const onGlass = alertsOnGlass(direct(state, clock)).map(({ alert }) => alert)
        expect(new Set(onGlass).size).toBe(onGlass.length)
      }),
      RUNS,
    )
  })

  it('shows what came as a drill only as a drill, and what came live only as live', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const { live, drill } = state.alerts
        for (const { channel, alert } of alertsOnGlass(direct(state, clock))) {
          const source = channel === 'live' ? live : drill
          expect(source?.state.channel).toBe(channel)
          expect(source?.state.alerts).toContain(alert)
        }
      }),
      RUNS,
    )
  })

  it('never shows an item outside its validity while the time is known', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        fc.pre(clock.trust !== 'unknown')
        const nowMs = Date.parse(clock.instant)
        for (const { validFrom, validUntil } of direct(state, clock).loop) {
          expect(validFrom === null || Date.parse(validFrom) <= nowMs).toBe(true)
          expect(validUntil === null || nowMs < Date.parse(validUntil)).toBe(true)
        }
      }),
      RUNS,
    )
  })
})

describe('the zones of a layout, whatever it is given', () => {
  it('are told exactly while a layout is on the glass, and none of them shows a layout', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const { scene, zones } = direct(state, clock)
        expect(zones !== undefined).toBe(scene.kind === 'layout')
        for (const { loop, scene: shown } of zones ?? []) {
          expect([shown, ...loop.map((each) => each.scene)].map((each) => each?.kind)).not.toContain('layout')
        }
      }),
      RUNS,
    )
  })

  it('never show an item outside its validity while the time is known', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        fc.pre(clock.trust !== 'unknown')
        const nowMs = Date.parse(clock.instant)
        for (const { validFrom, validUntil } of (direct(state, clock).zones ?? []).flatMap(({ loop }) => loop)) {
          expect(validFrom === null || Date.parse(validFrom) <= nowMs).toBe(true)
          expect(validUntil === null || nowMs < Date.parse(validUntil)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('never lie over one another or over the edge, on a glass of either shape', () => {
    fc.assert(
      fc.property(someState, someClock, fc.constantFrom('wide' as const, 'tall' as const), (state, clock, shape) => {
        const areas = (direct({ ...state, shape }, clock).zones ?? []).map(({ area }) => area)
        for (const [index, area] of areas.entries()) {
          expect(area.x + area.w).toBeLessThanOrEqual(12)
          expect(area.y + area.h).toBeLessThanOrEqual(12)
          expect(areas.slice(0, index).some((other) => overlap(other, area))).toBe(false)
        }
      }),
      RUNS,
    )
  })
})

describe('a day walked from validUntil to validUntil', () => {
  const playlists = [playlist('day', [item('a', 1700), item('b', 900.5)]), playlist('base', [item('c', 2000)])]

  it.each([
    ['Asia/Tokyo', '2026-11-02T15:00:00Z', 24],
    ['America/New_York', '2026-11-01T04:00:00Z', 25],
    ['America/New_York', '2026-03-08T05:00:00Z', 23],
    ['Asia/Tokyo', '2028-02-28T12:00:00Z', 30],
    ['Asia/Tokyo', '2026-12-31T12:00:00Z', 6],
  ])('in %s from %s sees the same as a look every second, for %i hours', (timeZone, from, hours) => {
    const series = rule({
      start: '2026-01-01T00:30',
      durationMinutes: 150,
      timeZone,
      rrule: 'FREQ=DAILY;BYHOUR=0,8,21',
    })
    const entries = [entry('shift', { playlistId: 'day', rule: series })]
    const to = new Date(Date.parse(from) + hours * 3_600_000).toISOString()
    const state = stateOf(programme({ timeZone, playlists, entries }), {}, from, to)
    const clockOf = (ms: number): Clock => ({
      instant: new Date(ms).toISOString(),
      trust: 'synced',
      monotonicMs: 0,
      bootId: 'b',
    })

    const walked: { fromMs: number; key: string | undefined }[] = []
    for (let ms = Date.parse(from); ms < Date.parse(to); ) {
      const { item: shown, validUntil } = direct(state, clockOf(ms))
      walked.push({ fromMs: ms, key: shown?.key })
      ms = Date.parse(validUntil)
    }
    let step = 0
    for (let ms = Date.parse(from); ms < Date.parse(to); ms += 10_000) {
      while ((walked[step + 1]?.fromMs ?? Number.POSITIVE_INFINITY) <= ms) step++
      expect(direct(state, clockOf(ms)).item?.key).toBe(walked[step]?.key)
    }
    expect(walked.length).toBeGreaterThan(hours)
  })
})
