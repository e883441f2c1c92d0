import type { Point } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { evacuationField, wayOut } from '../evacuation/evacuation-field.ts'
import type { ModelUnit, VenueModel } from '../model/venue-model.ts'
import { shutBy } from '../route/closures.ts'
import { findRoute } from '../route/find-route.ts'
import type { Profile } from '../route/profiles.ts'
import { door, level, plan, rect, unit } from '../testing/plan.ts'
import { buildGraph } from './build-graph.ts'

/** The points of the way between two units; null where there is none. */
function way(venue: VenueModel, from: string, to: string, profile: Profile = 'shortest'): Point[] | null {
  const { graph } = buildGraph(venue)
  const route = findRoute(graph, graph.places.get(from) ?? [], graph.places.get(to) ?? [], profile)
  if (route === null) return null
  const nodes = [route.from, ...route.edges.map((edge) => graph.target[edge] ?? -1)]
  return nodes.map((node) => [graph.x[node] ?? 0, graph.y[node] ?? 0])
}

const doubtsOf = (venue: VenueModel) =>
  buildGraph(venue).doubts.map(({ code, featureId }) => `${code} ${featureId ?? ''}`)
const main = door('main', 'pedestrian.principal', [0, 4], [0, 6])

describe('doors', () => {
  const rooms = [unit('hall', 'walkway', rect(0, 0, 10, 10)), unit('room', 'room', rect(10, 0, 20, 10))]

  it('join the rooms on both sides, straight through the middle of the opening', () => {
    const venue = plan({ units: rooms, openings: [main, door('d', 'pedestrian', [10, 4], [10, 6])] })
    expect(way(venue, 'hall', 'room')).toEqual([
      [5, 5],
      [10, 5],
      [15, 5],
    ])
    expect(doubtsOf(venue)).toEqual([])
  })

  it('may be drawn a hand’s breadth off the wall, not more', () => {
    const at = (x: number) => plan({ units: rooms, openings: [main, door('d', 'pedestrian', [x, 4], [x, 6])] })
    expect(way(at(10.25), 'hall', 'room')).not.toBeNull()
    expect(way(at(11), 'hall', 'room')).toBeNull()
    expect(doubtsOf(at(11))).toEqual(['opening-unattached d'])
  })

  it('are entered where one comes to them when they are wide', () => {
    const venue = plan({ units: rooms, openings: [main, door('d', 'pedestrian', [10, 0], [10, 10])] })
    expect(way(venue, 'hall', 'room')).toHaveLength(3)
    expect(buildGraph(venue).graph.places.get('d')).toHaveLength(4)
  })

  it('are named where they lead nowhere; a main door is an entrance', () => {
    const venue = plan({ units: rooms, openings: [main, door('odd', 'pedestrian', [15, 0], [16, 0])] })
    expect(doubtsOf(venue)).toEqual(['opening-one-sided odd'])
    expect(buildGraph(venue).graph.entrances.map(({ id }) => id)).toEqual(['main'])
    const nameless = plan({ units: rooms, openings: [door('odd', 'pedestrian', [15, 0], [16, 0])] })
    expect(doubtsOf(nameless)).toEqual(['opening-one-sided odd', 'entrance-unknown ', 'exit-unknown '])
    expect(buildGraph(nameless).graph.entrances.map(({ id }) => id)).toEqual(['odd'])
  })

  it('let staff pass where visitors may not, and everybody out in an emergency', () => {
    const venue = plan({
      units: rooms,
      openings: [main, door('s', 'service', [10, 4], [10, 6]), door('e', 'emergencyexit', [20, 4], [20, 6])],
    })
    expect(way(venue, 'hall', 'room')).toBeNull()
    expect(way(venue, 'hall', 'room', 'staff')).not.toBeNull()
    const { graph } = buildGraph(venue)
    expect(wayOut(evacuationField(graph), graph.places.get('room') ?? [])?.exit.id).toBe('e')
  })

  it('join levels of one ordinal: a terrace to the hall', () => {
    const terrace = unit('terrace', 'walkway', rect(10, 0, 20, 10), { levelId: 'outside' })
    const venue = plan({
      levels: [level('first', 0), level('outside', 0, { outdoor: true })],
      units: [unit('hall', 'walkway', rect(0, 0, 10, 10)), terrace],
      openings: [door('d', 'pedestrian.principal', [10, 4], [10, 6])],
    })
    expect(way(venue, 'hall', 'terrace')).not.toBeNull()
    expect(buildGraph(venue).graph.exits.map(({ id }) => id)).toEqual(['d'])
  })
})

describe('rooms', () => {
  it('are walked round their corners, half a metre off', () => {
    const corner: Point[] = [
      [0, 0],
      [20, 0],
      [20, 4],
      [4, 4],
      [4, 20],
      [0, 20],
    ]
    const venue = plan({
      units: [
        unit('hall', 'walkway', corner),
        unit('a', 'room', rect(20, 0, 24, 4)),
        unit('b', 'room', rect(0, 20, 4, 24)),
      ],
      openings: [door('da', 'pedestrian', [20, 1], [20, 3]), door('db', 'pedestrian', [1, 20], [3, 20])],
    })
    const points = way(venue, 'a', 'b') ?? []
    expect(points).toHaveLength(5)
    const [x, y] = points[2] ?? [0, 0]
    expect(Math.hypot(x - 4, y - 4)).toBeCloseTo(0.5, 6)
    expect(x).toBeLessThan(4)
  })

  it('are not cut through where a corridor leads there as well', () => {
    const venue = plan({
      units: [
        unit('west', 'walkway', rect(0, 0, 5, 20)),
        unit('office', 'room', rect(5, 0, 15, 10)),
        unit('corridor', 'walkway', rect(5, 10, 15, 20)),
        unit('east', 'walkway', rect(15, 0, 20, 20)),
      ],
      openings: [
        door('w', 'pedestrian', [5, 4], [5, 6]),
        door('e', 'pedestrian', [15, 4], [15, 6]),
        door('cw', 'pedestrian', [5, 14], [5, 16]),
        door('ce', 'pedestrian', [15, 14], [15, 16]),
      ],
    })
    expect(way(venue, 'west', 'east')?.some(([, y]) => y > 12)).toBe(true)
    expect(way(venue, 'west', 'east', 'staff')?.some(([, y]) => y > 12)).toBe(false)
  })
})

/** Two halls, one above the other, and what leads from one to the other. */
function tower(...shafts: ModelUnit[]): VenueModel {
  return plan({
    levels: [level('first', 0), level('second', 1)],
    units: [
      unit('below', 'walkway', rect(0, 0, 10, 10)),
      unit('above', 'walkway', rect(0, 0, 10, 10), { levelId: 'second' }),
      ...shafts,
    ],
    openings: [
      main,
      door('d1', 'pedestrian', [10, 1], [10, 3]),
      door('d2', 'pedestrian', [10, 1], [10, 3], { levelId: 'second' }),
    ],
  })
}
const shaft = (kind: 'stairs' | 'elevator' | 'escalator', changes: Partial<ModelUnit> = {}, x = 10) => [
  unit(`${kind}-1`, kind, rect(x, 0, x + 4, 4), changes),
  unit(`${kind}-2`, kind, rect(10, 0, 14, 4), { ...changes, levelId: 'second' }),
]

describe('shafts', () => {
  it('are joined where they lie on top of each other', () => {
    expect(way(tower(...shaft('stairs')), 'below', 'above')).not.toBeNull()
    expect(way(tower(...shaft('stairs')), 'below', 'above', 'step-free')).toBeNull()
    expect(way(tower(...shaft('elevator')), 'below', 'above', 'step-free')).not.toBeNull()
  })

  it('are not where they do not, unless the data say that they are one', () => {
    const apart = shaft('elevator', {}, 30)
    expect(doubtsOf(tower(...apart))).toContain('shaft-unmatched elevator-1')
    const told = shaft('elevator', { shaft: 'lift' }, 30)
    expect(doubtsOf(tower(...told))).not.toContain('shaft-unmatched elevator-1')
  })

  it('are not chained past a level on which two have the name', () => {
    const named = (id: string, levelId: string, x: number) =>
      unit(id, 'stairs', rect(x, 0, x + 2, 2), { levelId, name: { ja: '階段' } })
    const venue = plan({
      levels: [level('first', 0), level('second', 1), level('third', 2)],
      units: [named('a1', 'first', 0), named('a2', 'second', 1), named('b2', 'second', 6), named('a3', 'third', 2)],
    })
    const { graph } = buildGraph(venue)
    const levels = [...graph.source].map((from, edge) => [graph.level[from], graph.level[graph.target[edge] ?? -1]])
    expect(levels).not.toContainEqual([0, 2])
    expect(way(venue, 'a1', 'a3')).toHaveLength(3)
  })

  it('are not joined by a name where their identifiers tell them apart, or where they lie far apart', () => {
    const named = (id: string, levelId: string, x: number, shaftId: string | null) =>
      unit(id, 'elevator', rect(x, 0, x + 2, 2), { levelId, name: { ja: 'EV' }, shaft: shaftId })
    const levels = [level('first', 0), level('second', 1)]
    const joined = (x: number, one: string | null, other: string | null) =>
      way(plan({ levels, units: [named('a', 'first', 0, one), named('b', 'second', x, other)] }), 'a', 'b') !== null
    expect(joined(5, null, null)).toBe(true)
    expect(joined(5, 'one', null)).toBe(true)
    expect(joined(5, 'one', 'other')).toBe(false)
    expect(joined(30, 'one', null)).toBe(false)
    expect(joined(30, 'one', 'one')).toBe(true)
  })

  it('lead one way where an escalator does, both ways where nobody says', () => {
    const up = tower(...shaft('escalator', { direction: 'up' }))
    expect(way(up, 'below', 'above')).not.toBeNull()
    expect(way(up, 'above', 'below')).toBeNull()
    const unknown = tower(...shaft('escalator'))
    expect(way(unknown, 'above', 'below')).not.toBeNull()
    expect(doubtsOf(unknown)).toEqual(['escalator-direction-unknown escalator-1'])
  })

  it('follow what relationships say before what overlaps', () => {
    const venue = tower(...shaft('escalator'))
    const relation = {
      id: 'r',
      from: 'escalator-2',
      to: 'escalator-1',
      kind: 'escalator' as const,
      oneWay: true,
      hours: null,
    }
    const down = { ...venue, relations: [relation] }
    expect(way(down, 'above', 'below')).not.toBeNull()
    expect(way(down, 'below', 'above')).toBeNull()
  })
})

describe('what is shut', () => {
  const venue = plan({
    units: [unit('hall', 'walkway', rect(0, 0, 10, 10)), unit('room', 'room', rect(10, 0, 20, 10))],
    openings: [
      main,
      door('d', 'pedestrian', [10, 4], [10, 6], { hours: 'Mo-Fr 09:00-17:00' }),
      door('back', 'emergencyexit', [20, 4], [20, 6]),
    ],
  })
  const { graph } = buildGraph(venue)
  const [hall, room] = [graph.places.get('hall') ?? [], graph.places.get('room') ?? []]

  it('closes a door for good, or outside of its hours', () => {
    const closed = shutBy(venue, graph, { featureIds: ['d'] }, null)
    expect(findRoute(graph, hall, room, 'shortest', closed)).toBeNull()
    const at = (day: number) => shutBy(venue, graph, {}, { day, minutes: 600, isHoliday: false })
    expect(findRoute(graph, hall, room, 'shortest', at(0))).not.toBeNull()
    expect(findRoute(graph, hall, room, 'shortest', at(6))).toBeNull()
  })

  it('keeps people out of a zone, but lets them out of it, and by another exit where theirs is blocked', () => {
    const zone = { levelId: 'first', shape: [[rect(0, 0, 11, 10)]] }
    const fire = shutBy(venue, graph, { zones: [zone] }, null)
    expect(findRoute(graph, room, hall, 'shortest', fire)).toBeNull()
    expect(wayOut(evacuationField(graph), hall)?.exit.id).toBe('main')
    expect(wayOut(evacuationField(graph, fire), hall)?.exit.id).toBe('back')
    expect(wayOut(evacuationField(graph, fire), room)?.exit.id).toBe('back')
  })
})

describe('ways that staff drew', () => {
  it('complete what doors and rooms give', () => {
    const venue = plan({
      units: [unit('hall', 'walkway', rect(0, 0, 10, 10)), unit('room', 'room', rect(12, 0, 20, 10))],
      openings: [main],
    })
    expect(way(venue, 'hall', 'room')).toBeNull()
    const node = (id: string, at: Point) => ({ id, levelId: 'first', at, outside: false, unitIds: [] })
    const link = {
      id: 'l',
      from: 'a',
      to: 'b',
      kind: 'walk' as const,
      oneWay: true,
      metres: null,
      stepFree: true,
      tactile: false,
      passage: 'public' as const,
      hours: null,
    }
    const drawn = { ...venue, network: { whole: false, nodes: [node('a', [9, 5]), node('b', [13, 5])], links: [link] } }
    expect(way(drawn, 'hall', 'room')).toEqual([
      [5, 5],
      [9, 5],
      [13, 5],
      [16, 5],
    ])
    expect(way(drawn, 'room', 'hall')).toBeNull()
    const bent = {
      ...drawn,
      network: { ...drawn.network, links: [{ ...link, bends: [[9, 9] as Point, [13, 9] as Point] }] },
    }
    expect(way(bent, 'a', 'b')).toEqual([
      [9, 5],
      [9, 9],
      [13, 9],
      [13, 5],
    ])
    const lost = {
      ...drawn,
      network: { ...drawn.network, nodes: [node('a', [9, 5]), { ...node('b', [13, 5]), levelId: 'ninth' }] },
    }
    expect(doubtsOf(lost)).toEqual(['place-off-map b'])
  })
})
