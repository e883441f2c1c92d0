import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from '../model/timetable.ts'
import { bearingAlong, type GroundLine, groundLine, lengthOf, metresBetween, placeAlong } from './line.ts'
import { alongAt, drawnAt, isUnderWay, type Motion, nextMotion, type Sighting } from './motion.ts'
import { MOST_OFF_METRES, snapped } from './snap.ts'
import { callsAlong } from './trip-line.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
/** Within some two kilometres of a town. */
const place = fc.record({
  lat: fc.double({ min: 35.69, max: 35.71, noNaN: true }),
  lon: fc.double({ min: 139.49, max: 139.51, noNaN: true }),
})
const line = fc
  .array(place, { minLength: 2, maxLength: 12 })
  .map(groundLine)
  .filter((made): made is GroundLine => made !== null)

const east = (metres: number, north = 0): Place => ({
  lat: 35.7 + north / 111_195,
  lon: 139.5 + metres / (111_195 * Math.cos((35.7 * Math.PI) / 180)),
})
const lineOf = (...places: Place[]): GroundLine => {
  const made = groundLine(places)
  if (made === null) throw new Error('no line')
  return made
}

describe('a place on a line', () => {
  test('what lies on a line is found on it, where it leads', () => {
    fc.assert(
      fc.property(line, share, (way, at) => {
        const along = at * lengthOf(way)
        const seen = placeAlong(way, along)
        const calls = [
          { sequence: 1, along: 0 },
          { sequence: 2, along: lengthOf(way) },
        ]
        const found = snapped({ line: way, calls }, seen, 2)
        expect(found?.offMetres).toBeLessThan(0.001)
        expect(metresBetween(found?.place ?? east(0), seen)).toBeLessThan(0.02)
        expect(found?.bearing).toBeGreaterThanOrEqual(0)
        expect(found?.bearing).toBeLessThan(360)
      }),
    )
  })

  test('calls come in their order and at their stops, however often the line crosses itself', () => {
    fc.assert(
      fc.property(line, fc.array(share, { minLength: 1, maxLength: 8 }), (way, shares) => {
        const stops = shares.toSorted((a, b) => a - b).map((at) => placeAlong(way, at * lengthOf(way)))
        const alongs = callsAlong(way, stops) ?? []
        expect(alongs).toHaveLength(stops.length)
        for (const [n, along] of alongs.entries()) {
          expect(along).toBeGreaterThanOrEqual((alongs[n - 1] ?? 0) - 1e-6)
          expect(metresBetween(placeAlong(way, along), stops[n] ?? east(0))).toBeLessThan(0.05)
        }
      }),
    )
  })

  test('a stop without a place is put between its neighbours, and one far away says that the line is another', () => {
    const way = lineOf(east(0), east(1000))
    expect(callsAlong(way, [east(0), null, east(1000)])?.map(Math.round)).toEqual([0, 500, 1000])
    expect(callsAlong(way, [null, east(400), null])?.map(Math.round)).toEqual([400, 400, 400])
    expect(callsAlong(way, [east(0), east(500, 400), east(1000)])).toBeNull()
    expect(groundLine([east(0), east(0)])).toBeNull()
  })

  test('on a loop the stop it heads for says which of two passings is meant; without it nobody can', () => {
    // Up a street, round a block, and down the same street to where it began.
    const way = lineOf(east(0), east(600), east(600, 300), east(900, 300), east(900), east(600), east(0))
    const stops = [east(0), east(500), east(900, 300), east(500), east(0)]
    const alongs = callsAlong(way, stops) ?? []
    const trip = { line: way, calls: alongs.map((along, n) => ({ sequence: (n + 1) * 10, along })) }
    const seen = east(300, 8)
    expect(Math.round(snapped(trip, seen, 20)?.along ?? -1)).toBe(300)
    expect(Math.round(snapped(trip, seen, 20)?.bearing ?? -1)).toBe(90)
    expect(Math.round(snapped(trip, seen, 50)?.along ?? -1)).toBe(Math.round(lengthOf(way) - 300))
    expect(Math.round(snapped(trip, seen, 50)?.bearing ?? -1)).toBe(270)
    expect(snapped(trip, seen, null)).toBeNull()
    expect(Math.round(snapped(trip, east(890, 150), null)?.along ?? -1)).toBe(1350)
    expect(snapped(trip, seen, 77)).toBeNull()
  })

  test('a feed that is one call ahead or behind is understood, and more than 150 m off is nowhere on the line', () => {
    const way = lineOf(east(0), east(3000))
    const trip = { line: way, calls: [0, 1000, 2000, 3000].map((along, n) => ({ sequence: n, along })) }
    for (const sequence of [1, 2, 3]) expect(Math.round(snapped(trip, east(1500), sequence)?.along ?? -1)).toBe(1500)
    expect(snapped(trip, east(1500, MOST_OFF_METRES - 2), 2)?.offMetres).toBeCloseTo(148, 0)
    expect(snapped(trip, east(1500, MOST_OFF_METRES + 2), 2)).toBeNull()
  })
})

describe('a vehicle between two places where it was seen', () => {
  const way = lineOf(east(0), east(4000))
  const sighting = (along: number, seenAtMs: number, more: Partial<Sighting> = {}): Sighting => ({
    path: 'loop',
    line: way,
    along,
    place: placeAlong(way, along),
    seenAtMs,
    moves: true,
    ...more,
  })

  test('is drawn between the two, never beyond the last, does not jump when the next is heard of, and comes to stand', () => {
    const heard = fc.record({ along: fc.nat(4000), laterMs: fc.integer({ min: 1, max: 60_000 }) })
    fc.assert(
      fc.property(fc.array(heard, { minLength: 2, maxLength: 10 }), fc.array(share), (all, looks) => {
        let [motion, atMs, drawn]: [Motion | null, number, number] = [null, 0, all[0]?.along ?? 0]
        for (const { along, laterMs } of all) {
          atMs += laterMs
          const before: number = motion === null ? along : alongAt(motion, atMs)
          motion = nextMotion(motion, sighting(along, atMs), atMs)
          expect(alongAt(motion, atMs)).toBeCloseTo(before, 6)
          drawn = before
          for (const look of looks.toSorted((a, b) => a - b)) {
            const now = alongAt(motion, atMs + look * 40_000)
            expect(now).toBeGreaterThanOrEqual(Math.min(drawn, along) - 1e-6)
            expect(now).toBeLessThanOrEqual(Math.max(drawn, along) + 1e-6)
          }
          expect(alongAt(motion, atMs + 30_000)).toBe(along)
          expect(isUnderWay(motion, atMs + 30_000)).toBe(false)
        }
      }),
    )
  })

  test('jumps where it is on another line, on none, or no longer live, and ignores what is older', () => {
    const first = nextMotion(null, sighting(100, 1000), 5000)
    expect(alongAt(nextMotion(first, sighting(500, 11_000, { path: 'line' }), 15_000), 15_000)).toBe(500)
    expect(alongAt(nextMotion(first, sighting(500, 11_000, { moves: false }), 15_000), 15_000)).toBe(500)
    const off = nextMotion(first, sighting(0, 11_000, { line: null, place: east(50, 400) }), 15_000)
    expect(drawnAt(off, 15_000)).toEqual(east(50, 400))
    expect(nextMotion(first, sighting(900, 500), 15_000)).toBe(first)
    const moving = nextMotion(first, sighting(500, 11_000), 15_000)
    expect(nextMotion(moving, sighting(500, 11_000), 18_000)).toBe(moving)
    expect(drawnAt(moving, 20_000)).toEqual(placeAlong(way, 300))
    expect(isUnderWay(moving, 20_000)).toBe(true)
    expect(bearingAlong(way, 300)).toBeCloseTo(90, 0)
  })
})
