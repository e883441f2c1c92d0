import type { Point, VenueLevel } from '@akari/protocol'
import { expect, test } from 'vitest'
import { projectionOf } from './camera.ts'
import { floorsOf, floorWith, standingOf } from './floors.ts'
import { pathsOf } from './level-paths.ts'
import { pickAt } from './pick.ts'

const square = (x: number, y: number, side: number): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
]
const level = (id: string, ordinal: number, x: number): VenueLevel => ({
  id,
  ordinal,
  shortName: { ja: id },
  outline: [[square(x, 0, 20)]],
  units: [
    {
      id: `${id}-hall`,
      kind: 'walkway',
      category: 'walkway',
      name: null,
      shape: [[square(x, 0, 20)]],
      labelAt: [x, 0],
    },
    { id: `${id}-room`, kind: 'room', category: 'room', name: null, shape: [[square(x + 5, 5, 5)]], labelAt: [x, 0] },
  ],
  openings: [],
  amenities: [],
  occupants: [],
  kiosks: [{ id: `${id}-kiosk`, name: null, at: [x + 1, 1], facingDeg: 90 }],
})
const venue = { northDeg: 0, levels: [level('yard', 1, 40), level('up', 2, 0), level('hall', 1, 0)] }

test('levels of one ordinal are one floor, whichever of them is asked for', () => {
  expect(floorsOf(venue).map(({ ordinal, levelIds }) => [ordinal, levelIds])).toEqual([
    [1, ['yard', 'hall']],
    [2, ['up']],
  ])
  const floor = floorWith(venue, 'hall')
  expect(floor).toBe(floorWith(venue, 'yard'))
  expect(floor?.level.units.map(({ id }) => id)).toEqual(['yard-hall', 'yard-room', 'hall-hall', 'hall-room'])
  expect(floor?.extent).toEqual({ x: 0, y: 0, w: 60, h: 20 })
  expect(floorWith(venue, 'cellar')).toBe(null)
})

test('a display is found on its own level', () => {
  expect(standingOf(venue, 'hall-kiosk')).toEqual({ levelId: 'hall', at: [1, 1], facingDeg: 90 })
  expect(standingOf(venue, null)).toBe(null)
})

test('a finger picks the smallest room under it, on the level that the room is of', () => {
  const floor = floorsOf(venue)[0]
  if (floor === undefined) throw new Error('the venue has floors')
  const projection = projectionOf({ centre: [30, 10], pxPerM: 10, turnDeg: 30 }, { w: 800, h: 400 })
  const picked = (metres: Point) => pickAt(floor, [], projection, projection.project(metres), 20)
  expect(picked([7, 7])).toMatchObject({ id: 'hall-room', levelId: 'hall' })
  expect(picked([47, 7])).toMatchObject({ id: 'yard-room', levelId: 'yard' })
  expect(picked([15, 15])).toMatchObject({ id: 'hall-hall', levelId: 'hall' })
  expect(picked([30, 10]).id).toBe(null)
})

test('a room with a hole stays open there, whichever way round its rings run', () => {
  const [outer, inner] = [square(0, 0, 10), square(3, 3, 4)]
  const drawn = (rings: Point[][]) => {
    const unit = {
      id: 'u',
      kind: 'room' as const,
      category: 'room',
      name: null,
      shape: [rings],
      labelAt: [1, 1] as Point,
    }
    return pathsOf({ ...level('x', 0, 0), units: [unit] }).units[0]?.d
  }
  const rounds = [
    [outer, inner],
    [outer.toReversed(), inner],
    [outer, inner.toReversed()],
  ].map(drawn)
  // Outer rings run one way and holes the other: by the non-zero rule a hole counts as outside.
  for (const d of rounds) {
    const areas = (d ?? '')
      .split('Z')
      .filter(Boolean)
      .map((ring) => turnOf(ring))
    expect(areas.map(Math.sign)).toEqual([1, -1])
  }
})

function turnOf(ring: string): number {
  const points = [...ring.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)])
  return points.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = points[(n + 1) % points.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
}
