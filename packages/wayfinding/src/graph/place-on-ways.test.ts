import type { Point } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import type { NetworkLink, VenueModel } from '../model/venue-model.ts'
import { shutBy } from '../route/closures.ts'
import { findRoute } from '../route/find-route.ts'
import { kiosk, plan, rect, unit } from '../testing/plan.ts'
import { buildGraph } from './build-graph.ts'

/** A drawn way of 40 m along which there are two displays and a room. */
function drawn(changes: Partial<NetworkLink> = {}): VenueModel {
  const link: NetworkLink = {
    id: 'way',
    from: 'start',
    to: 'end',
    kind: 'walk',
    oneWay: false,
    metres: null,
    stepFree: true,
    tactile: false,
    passage: 'public',
    hours: null,
    ...changes,
  }
  const node = (id: string, at: Point) => ({ id, levelId: 'first', at, outside: id === 'start', unitIds: [] })
  return plan({
    units: [unit('room', 'room', rect(28, 2, 32, 6))],
    kiosks: [kiosk('near', [10, 1]), kiosk('far', [20, 1])],
    network: { whole: true, nodes: [node('start', [0, 0]), node('end', [40, 0])], links: [link] },
  })
}

function metres(model: VenueModel, from: string, to: string, shutIds: string[] = []): number | null {
  const { graph } = buildGraph(model)
  const shut = shutBy(model, graph, { featureIds: shutIds }, null)
  const route = findRoute(graph, graph.places.get(from) ?? [], graph.places.get(to) ?? [], 'shortest', shut)
  return route === null ? null : Math.round(route.metres)
}

describe('places beside a drawn way', () => {
  it('are joined to its nearest point, not by way of its ends', () => {
    expect(metres(drawn(), 'near', 'far')).toBe(12)
    expect(metres(drawn(), 'start', 'near')).toBe(11)
    expect(metres(drawn(), 'near', 'room')).toBe(25)
    expect(metres(drawn(), 'start', 'end')).toBe(40)
  })

  it('are reached as the way leads, as long as it is said to be, and not when it is closed', () => {
    expect(metres(drawn({ oneWay: true }), 'near', 'far')).toBe(12)
    expect(metres(drawn({ oneWay: true }), 'far', 'near')).toBeNull()
    expect(metres(drawn({ metres: 80 }), 'near', 'far')).toBe(22)
    expect(metres(drawn(), 'near', 'far', ['way'])).toBeNull()
    expect(metres(drawn(), 'near', 'room', ['room'])).toBeNull()
    expect(metres(drawn(), 'room', 'near', ['room'])).toBe(25)
  })

  it('are nowhere where their level is unknown, not on the lowest one', () => {
    const model = drawn()
    const lost = { ...model, kiosks: [{ ...kiosk('lost', [10, 1]), levelId: 'ninth' }] }
    expect(buildGraph(lost).doubts).toContainEqual({ code: 'place-off-map', featureId: 'lost' })
    expect(metres(lost, 'start', 'lost')).toBeNull()
  })
})
