import { alertsAt, departuresAt, liveOf, liveReport, readRealtime } from '@akari/transit'
import { describe, expect, it } from 'vitest'
import { sampleRealtime, sampleTimetable } from './sample-buses.ts'

const open = sampleTimetable()
const NOON = Date.parse('2026-11-28T12:04:00+09:00')

function liveAt(epochMs: number) {
  const { vehicles, trips, alerts } = sampleRealtime(epochMs, open)
  const feeds = { vehicles: readRealtime(vehicles), trips: readRealtime(trips), alerts: readRealtime(alerts) }
  return liveOf(open, feeds, epochMs / 1000)
}

describe('the community bus of the sample', () => {
  it('has names in every language of the glass', () => {
    const names = [...open.timetable.stops, ...open.timetable.routes].map(({ name }) => name)
    for (const { texts, reading } of [...names, ...open.timetable.headsigns]) {
      expect(Object.keys(texts).toSorted()).toEqual(['en', 'ja', 'ja-x-easy', 'ko', 'zh-Hans'])
      expect(reading).not.toBeNull()
    }
  })

  it('moves: a minute later every bus is somewhere else, and no bus jumps', () => {
    const [before, after] = [liveAt(NOON), liveAt(NOON + 60_000)]
    expect(liveReport(open, before, null, NOON / 1000)).toMatchObject({
      feed: 'ok',
      vehicles: { stale: 0, expired: 0, dropped: 0 },
      unknownTrips: 0,
    })
    expect(before.vehicles.length).toBeGreaterThanOrEqual(3)
    for (const { id, place } of before.vehicles) {
      const later = after.vehicles.find((vehicle) => vehicle.id === id)
      if (later === undefined) continue
      const metres = Math.hypot(later.place.lat - place.lat, (later.place.lon - place.lon) * 0.81) * 111_320
      expect(metres).toBeGreaterThan(1)
      expect(metres).toBeLessThan(600)
    }
  })

  it('is the same at the same moment', () => {
    expect(sampleRealtime(NOON, open)).toEqual(sampleRealtime(NOON, open))
  })

  it('is live on two loops, and goes by the timetable on the third', () => {
    const rows = departuresAt(open, 'hall', NOON / 1000, liveAt(NOON), 40)
    const states = Map.groupBy(rows, ({ route }) => open.timetable.routes[route]?.id)
    expect(states.get('west')?.every(({ state }) => state === 'scheduled')).toBe(true)
    const beyond = departuresAt(open, 'shops', NOON / 1000, liveAt(NOON), 40)
    expect(beyond.some(({ state }) => state === 'live')).toBe(true)
  })

  it('goes round all night on one loop, and nowhere over the New Year', () => {
    const quarters = Array.from({ length: 96 }, (_, n) => NOON + n * 900_000)
    const without = quarters.filter((at) => liveAt(at).vehicles.length === 0)
    expect(without.map((at) => new Date(at).toISOString())).toEqual([])
    expect(liveAt(Date.parse('2027-01-01T12:04:00+09:00'))).toMatchObject({ feed: 'empty', vehicles: [] })
  })

  it('has a word about roadworks for who waits at the park', () => {
    const concerned = (stop: string) => alertsAt(liveAt(NOON).alerts, NOON / 1000, { routes: [], stops: [stop] })
    expect(concerned('park')[0]?.title.ko).toContain('중앙공원')
    expect(concerned('hall')).toEqual([])
  })
})
