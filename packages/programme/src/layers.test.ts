import { OperatingHours, OfficeCalendar, type Programme, ProgrammeTakeover } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direct, type DirectState } from './direct.ts'
import { alert, clockAt, entry, held, item, playlist, programme, stateOf } from './testing/sample.ts'

const NINE_MS = Date.parse('2026-11-02T09:00:00+09:00')
const call = playlist('call', [item('counter 3', 10), item('counter 4', 10)])
const base = playlist('base', [item('welcome', 10), item('map', 20)])
const takeover = (changes: Partial<ProgrammeTakeover> = {}) =>
  ProgrammeTakeover.parse({
    id: 'now',
    name: 'お呼び出し',
    playlistId: 'call',
    startsAt: '2026-11-02T09:30:00+09:00',
    endsAt: '2026-11-02T10:00:00+09:00',
    ...changes,
  })

/** The clock `seconds` after nine; its monotonic milliseconds count from nine. */
function secondsAfterNine(seconds: number) {
  return clockAt(new Date(NINE_MS + seconds * 1000).toISOString(), { monotonicMs: seconds * 1000 })
}

function at(published: Programme, seconds: number, changes: Partial<DirectState> = {}) {
  return direct(stateOf(published, changes), secondsAfterNine(seconds))
}

function visit(beganSeconds: number, touchedSeconds = beganSeconds): Partial<DirectState> {
  return { visitor: { language: 'ja', touchedAtMs: touchedSeconds * 1000, beganAtMs: beganSeconds * 1000 } }
}

describe('an operator’s override', () => {
  const published = programme({ playlists: [base, call], takeovers: [takeover()] })

  it('goes before the schedule from its first moment to its last', () => {
    expect(at(published, 1799).layer).toBe('default')
    expect(at(published, 1800)).toMatchObject({
      layer: 'takeover',
      item: { itemId: 'counter 3', startedAt: '2026-11-02T00:30:00.000Z' },
      upNext: { id: 'counter 4' },
      validUntil: '2026-11-02T00:30:10.000Z',
    })
    expect(at(published, 1800).reasons[0]).toMatchObject({ code: 'takeover-wins', takeoverId: 'now' })
    expect(at(published, 3600).layer).toBe('default')
  })

  it('gives way to one that began later, and says so', () => {
    const later = takeover({ id: 'later', playlistId: 'base', startsAt: '2026-11-02T09:40:00+09:00' })
    const both = programme({ playlists: [base, call], takeovers: [takeover(), later] })
    expect(at(both, 2400).reasons.slice(0, 2)).toMatchObject([
      { code: 'takeover-wins', takeoverId: 'later' },
      { code: 'takeover-behind', takeoverId: 'now' },
    ])
  })

  it('leaves the glass to the schedule when it has nothing to show', () => {
    const empty = programme({ playlists: [base, playlist('call', [])], takeovers: [takeover()] })
    const shown = at(empty, 1800)
    expect(shown.layer).toBe('default')
    expect(shown.reasons).toContainEqual({
      code: 'takeover-has-nothing-to-show',
      takeoverId: 'now',
      playlistId: 'call',
    })
  })

  it('gives a visitor its notice, and takes the glass after it', () => {
    const waiting = at(published, 1805, visit(1790))
    expect(waiting).toMatchObject({
      layer: 'default',
      notice: { takeoverId: 'now', name: 'お呼び出し', at: '2026-11-02T00:30:10.000Z' },
      validUntil: '2026-11-02T00:30:10.000Z',
    })
    const after = at(published, 1810, visit(1790))
    expect(after.layer).toBe('takeover')
    expect(after.notice).toBeUndefined()
  })

  it('does not wait for somebody who came after it began', () => {
    expect(at(published, 1805, visit(1802)).layer).toBe('takeover')
  })

  it('is under an emergency', () => {
    const alerts = { live: held('live', [alert('rain')]), drill: null }
    expect(at(published, 4000, { alerts }).layer).toBe('emergency')
  })
})

describe('operating hours', () => {
  const hours = OperatingHours.parse({
    weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start: '08:30', end: '17:15' }] }],
    exceptions: [{ days: ['holiday'], times: [{ start: '22:00', end: '02:00' }] }],
  })
  const calendar = OfficeCalendar.parse({ holidays: [{ date: '2026-11-03', name: '文化の日' }] })
  const published = programme({ hours, calendar, takeovers: [takeover({ startsAt: '2026-11-02T20:00:00+09:00' })] })
  const atLocal = (local: string, changes: Partial<DirectState> = {}) =>
    direct(stateOf(published, changes), clockAt(`${local}:00+09:00`))

  it('turn the panel off outside, and say when it is on again', () => {
    expect(atLocal('2026-11-02T08:29').layer).toBe('closed')
    expect(atLocal('2026-11-02T08:30')).toMatchObject({ layer: 'default', panel: 'on' })
    expect(atLocal('2026-11-02T17:15')).toMatchObject({
      scene: { kind: 'closed' },
      layer: 'closed',
      panel: 'off',
      item: null,
      upNext: { id: 'welcome' },
      reasons: [{ code: 'outside-hours', opensAt: '2026-11-03T13:00:00.000Z' }],
    })
  })

  it('follow the kind of the day, past midnight too', () => {
    expect(atLocal('2026-11-03T12:00').layer).toBe('closed')
    expect(atLocal('2026-11-04T01:59').layer).toBe('default')
    expect(atLocal('2026-11-04T02:00').layer).toBe('closed')
  })

  it('yield to an override and to an emergency, which light the panel', () => {
    const long = takeover({
      playlistId: 'base',
      startsAt: '2026-11-02T20:00:00+09:00',
      endsAt: '2026-11-02T21:00:00+09:00',
    })
    const overridden = programme({ hours, calendar, takeovers: [long] })
    expect(direct(stateOf(overridden), clockAt('2026-11-02T20:30:00+09:00'))).toMatchObject({
      layer: 'takeover',
      panel: 'on',
    })
    const alerts = { live: held('live', [alert('rain')]), drill: null }
    expect(atLocal('2026-11-03T12:00', { alerts })).toMatchObject({ layer: 'emergency', panel: 'on' })
  })

  it('stay on when nobody knows the time', () => {
    const lost = clockAt('2026-11-03T12:00:00+09:00', { trust: 'unknown' })
    expect(direct(stateOf(published), lost).layer).toBe('default')
  })
})

describe('a visit at the glass', () => {
  const entries = [entry('counter-hours', { playlistId: 'call' })]
  const published = programme({ playlists: [base, call], entries })

  it('holds what was there when it began until nobody has touched the glass for a minute', () => {
    const shown = at(published, 55, visit(5, 40))
    expect(shown).toMatchObject({ item: { itemId: 'counter 3' }, validUntil: '2026-11-02T00:01:40.000Z' })
    expect(shown.reasons[0]).toMatchObject({ code: 'visit-holds', itemId: 'counter 3' })
    expect(at(published, 99, visit(5, 40)).item?.key).toBe(shown.item?.key)
    expect(at(published, 100, visit(5, 40)).reasons[0]?.code).toBe('entry-wins')
  })

  it('does not hold an item beyond its validity', () => {
    const short = item('short', 10, { validUntil: '2026-11-02T09:00:20+09:00' })
    const brief = programme({ playlists: [playlist('base', [short, item('map', 10)])] })
    expect(at(brief, 19, visit(5)).item?.itemId).toBe('short')
    expect(at(brief, 20, visit(5)).item?.itemId).toBe('map')
  })

  it('is over at once in an emergency', () => {
    const alerts = { live: held('live', [alert('rain')]), drill: null }
    expect(at(published, 10, { ...visit(5), alerts }).layer).toBe('emergency')
  })

  it('keeps one showing for as long as it lasts, whenever it begins', () => {
    const began = fc.integer({ min: -3600, max: 4 * 3600 })
    fc.assert(
      fc.property(began, fc.integer({ min: 0, max: 59 }), (from, seconds) => {
        expect(at(published, from + seconds, visit(from)).item?.key).toBe(at(published, from).item?.key)
      }),
    )
  })
})

describe('a ticker', () => {
  const ticker = entry('line', { playlistId: 'call', role: { kind: 'overlay' } })
  const published = programme({ playlists: [base, call], entries: [ticker], takeovers: [takeover()] })

  it('runs beside what is shown anyway, item by item', () => {
    const shown = at(published, 15)
    expect(shown).toMatchObject({
      layer: 'default',
      ticker: { entryId: 'line', playlistId: 'call', item: { id: 'counter 4' } },
      validUntil: '2026-11-02T00:00:20.000Z',
    })
    expect(shown.reasons).toContainEqual({ code: 'ticker-shown', entryId: 'line', playlistId: 'call' })
  })

  it('is not there outside its windows, under an override and in an emergency', () => {
    const alerts = { live: held('live', [alert('rain')]), drill: null }
    for (const shown of [at(published, -1), at(published, 1801), at(published, 15, { alerts })]) {
      expect(shown).not.toHaveProperty('ticker')
    }
  })
})
