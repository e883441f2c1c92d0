import type { Point, VenueLevel, VenueUnit } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { escapeRoutes } from './escape-routes.ts'

const rect = (left: number, top: number, right: number, bottom: number): Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]
const unit = (id: string, kind: VenueUnit['kind'], ring: Point[]): VenueUnit => ({
  id,
  kind,
  category: kind,
  name: null,
  shape: [[ring]],
  labelAt: [((ring[0]?.[0] ?? 0) + (ring[1]?.[0] ?? 0)) / 2, ((ring[0]?.[1] ?? 0) + (ring[2]?.[1] ?? 0)) / 2],
})
const door = (id: string, category: string, from: Point, to: Point) => ({ id, category, line: [from, to] })

/** A hall with a corridor to its right, a room below the corridor, and stairs at its end. */
function level(changes: Partial<VenueLevel> = {}): VenueLevel {
  return {
    id: 'first',
    ordinal: 0,
    shortName: { ja: '1F' },
    outline: [[rect(0, 0, 40, 20)]],
    units: [
      unit('hall', 'walkway', rect(0, 0, 10, 20)),
      unit('corridor', 'walkway', rect(10, 0, 30, 4)),
      unit('room', 'room', rect(10, 4, 30, 20)),
      unit('stairs', 'stairs', rect(30, 0, 36, 8)),
      unit('lift', 'elevator', rect(0, 18, 2, 20)),
    ],
    openings: [
      door('hall-corridor', 'pedestrian', [10, 1], [10, 3]),
      door('hall-room', 'pedestrian', [10, 10], [10, 12]),
      door('corridor-stairs', 'pedestrian', [30, 1], [30, 3]),
      door('back', 'emergencyexit', [36, 3], [36, 5]),
      door('yard', 'service', [0, 9], [0, 11]),
    ],
    amenities: [{ id: 'sign', category: 'stairs', name: { ja: '東階段' }, at: [33, 4] }],
    occupants: [],
    kiosks: [],
    ...changes,
  }
}
const nameOf = (id: string) => (id === 'back' ? { ja: '非常口' } : null)
const legs = (points: readonly Point[]) => points.slice(1).map((to, n): [Point, Point] => [points[n] ?? to, to])

describe('the ways out of a level', () => {
  it('lead through doors, never through walls, rooms or service doors', () => {
    const [route, ...others] = escapeRoutes(level(), [5, 16], nameOf)
    expect(others).toEqual([])
    expect(route).toMatchObject({ exitId: 'back', kind: 'exit', name: { ja: '非常口' } })
    for (const [[ax, ay], [bx, by]] of legs(route?.points ?? [])) {
      for (const [wall, low, high] of [
        [10, 0.1, 3.9],
        [30, 0.1, 3.9],
      ] as const) {
        if (ax > wall === bx > wall) continue
        const y = ay + ((by - ay) * (wall - ax)) / (bx - ax)
        expect(y).toBeGreaterThan(low)
        expect(y).toBeLessThan(high)
      }
    }
    expect(route?.points[0]).toEqual([5, 16])
    expect(route?.points.at(-1)).toEqual([36, 4])
    expect(route?.metres).toBeGreaterThanOrEqual(36)
    expect(route?.metres).toBeLessThan(42)
  })

  it('come nearest first, also where the nearer door is farther by air', () => {
    const front = door('front', 'pedestrian.principal', [4, 20], [6, 20])
    const both = level({ openings: [...level().openings, front] })
    expect(escapeRoutes(both, [5, 12], nameOf).map(({ exitId }) => exitId)).toEqual(['front', 'back'])
    expect(escapeRoutes(both, [26, 2], nameOf).map(({ exitId }) => exitId)).toEqual(['back', 'front'])
  })

  it('lead to the stairs on a level without a door to the outside, by their own name', () => {
    const upstairs = level({ openings: level().openings.filter(({ category }) => category !== 'emergencyexit') })
    expect(escapeRoutes(upstairs, [5, 16], nameOf)).toMatchObject([
      { exitId: 'stairs', kind: 'stairs', name: { ja: '東階段' } },
    ])
  })

  it('begin in the room that the display stands in', () => {
    const [route] = escapeRoutes(level(), [20, 12], nameOf)
    expect(route?.exitId).toBe('back')
    expect(route?.metres).toBeGreaterThan(30)
  })

  it('are none where a wall is in between', () => {
    const shut = level({ openings: level().openings.filter(({ id }) => id !== 'hall-corridor') })
    expect(escapeRoutes(shut, [5, 16], nameOf)).toEqual([])
  })

  it('are the same each time', () => {
    expect(escapeRoutes(level(), [5, 16], nameOf)).toEqual(escapeRoutes(level(), [5, 16], nameOf))
  })
})
