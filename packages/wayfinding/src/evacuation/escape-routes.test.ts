import type { Point } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import type { VenueModel } from '../model/venue-model.ts'
import { type Closures, shutBy } from '../route/closures.ts'
import { door, kiosk, level, plan, rect, unit } from '../testing/plan.ts'
import { escapeRoutes } from './escape-routes.ts'

/** A hall with a corridor to its right, a room below the corridor, and stairs at its end. */
function venue(changes: Partial<VenueModel> = {}): VenueModel {
  return plan({
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
      door('back', 'emergencyexit', [36, 3], [36, 5], { name: { ja: '非常口' } }),
      door('yard', 'service', [0, 9], [0, 11]),
    ],
    amenities: [
      {
        id: 'sign',
        levelId: 'first',
        category: 'stairs',
        name: { ja: '東階段' },
        readings: [],
        at: [33, 4],
        unitId: 'stairs',
        hours: null,
      },
    ],
    ...changes,
  })
}

function escapesFrom(at: Point, changes: Partial<VenueModel> = {}, closures: Closures = {}) {
  const model = venue({ ...changes, kiosks: [kiosk('display', at)] })
  const { graph } = buildGraph(model)
  return escapeRoutes(model, graph, 'display', shutBy(model, graph, closures, null))
}

/** The same without its emergency exit, one floor up; what is below the stairs, and whether a door leads out there. */
function upstairs(hasExitBelow: boolean): Partial<VenueModel> {
  const below = { levelId: 'ground' }
  return {
    levels: [level('ground', -1), level('first', 0)],
    units: [
      ...venue().units,
      unit('stairs-below', 'stairs', rect(30, 0, 36, 8), below),
      unit('hall-below', 'walkway', rect(0, 0, 30, 8), below),
    ],
    openings: [
      ...venue().openings.filter(({ category }) => category !== 'emergencyexit'),
      door('below', 'pedestrian', [30, 1], [30, 3], below),
      ...(hasExitBelow ? [door('out', 'pedestrian.principal', [0, 1], [0, 3], below)] : []),
      // Elsewhere there is a way out, to which these stairs do not lead.
      door('apart', 'pedestrian.principal', [10, 18], [12, 18], below),
    ],
  }
}

const legs = (points: readonly Point[]) => points.slice(1).map((to, n): [Point, Point] => [points[n] ?? to, to])

describe('the ways out of a level', () => {
  it('lead through doors, never through walls, rooms or service doors', () => {
    const [route, ...others] = escapesFrom([5, 16])
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
    const both = { openings: [...venue().openings, front] }
    expect(escapesFrom([5, 12], both).map(({ exitId }) => exitId)).toEqual(['front', 'back'])
    expect(escapesFrom([26, 2], both).map(({ exitId }) => exitId)).toEqual(['back', 'front'])
  })

  it('lead to the stairs on a level without a door to the outside, by their own name', () => {
    expect(escapesFrom([5, 16], upstairs(true))).toMatchObject([
      { exitId: 'stairs', kind: 'stairs', name: { ja: '東階段' } },
    ])
  })

  it('never lead to stairs beyond which there is no way out', () => {
    expect(escapesFrom([5, 16], upstairs(false))).toEqual([])
    const exitShut = escapesFrom([5, 16], upstairs(true), { featureIds: ['out'] })
    expect(exitShut).toEqual([])
  })

  it('lead to the stairs where the door to the outside cannot be reached', () => {
    const far = upstairs(true)
    const shed = unit('shed', 'room', rect(38, 18, 40, 20))
    const changes = {
      ...far,
      units: [...(far.units ?? []), shed],
      openings: [...(far.openings ?? []), door('shed-door', 'emergencyexit', [40, 18], [40, 20])],
    }
    expect(escapesFrom([5, 16], changes).map(({ exitId }) => exitId)).toEqual(['stairs'])
  })

  it('do not lead through a room or a zone that is shut', () => {
    expect(escapesFrom([5, 16], {}, { featureIds: ['corridor'] })).toEqual([])
    const fire = { levelId: 'first', shape: [[rect(12, -1, 14, 5)]] }
    expect(escapesFrom([5, 16], {}, { zones: [fire] })).toEqual([])
    expect(escapesFrom([5, 16], {}, { featureIds: ['room'] }).map(({ exitId }) => exitId)).toEqual(['back'])
  })

  it('lead out of what is shut whoever is in it, by its own exit where there is no other', () => {
    const fire = { levelId: 'first', shape: [[rect(29, -1, 37, 9)]] }
    expect(escapesFrom([33, 6], {}, { zones: [fire] }).map(({ exitId }) => exitId)).toEqual(['back'])
    expect(escapesFrom([33, 6], {}, { featureIds: ['stairs'] }).map(({ exitId }) => exitId)).toEqual(['back'])
  })

  it('begin in the room that the display stands in', () => {
    const [route] = escapesFrom([20, 12])
    expect(route?.exitId).toBe('back')
    expect(route?.metres).toBeGreaterThan(30)
  })

  it('are none where a wall is in between', () => {
    const shut = { openings: venue().openings.filter(({ id }) => id !== 'hall-corridor') }
    expect(escapesFrom([5, 16], shut)).toEqual([])
  })

  it('are the same in whatever order the data name what they lead past', () => {
    const { units, openings } = venue()
    const turned = { units: units.toReversed(), openings: openings.toReversed() }
    expect(escapesFrom([5, 16], turned)).toEqual(escapesFrom([5, 16]))
  })
})
