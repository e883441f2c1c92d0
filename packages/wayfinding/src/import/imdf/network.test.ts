import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../graph/build-graph.ts'
import { findRoute } from '../../route/find-route.ts'
import { readTexts, venueIn } from '../../testing/read-files.ts'
import { collection, feature, point, position, tinyVenue } from '../../testing/tiny-venue.ts'

const node = (id: string, along: number, up: number, level: string, more = {}) =>
  feature(id, point(along, up), { level_id: level, ...more })
const link = (id: string, from: string, to: string, more = {}) => feature(id, null, { from, to, ...more })

/** A ramp that staff drew from the hall to the toilet upstairs, to which no shaft leads. */
const ramp = (more = {}) =>
  collection(
    node('foot', 5, 5, 'first'),
    node('head', 30, 15, 'second'),
    link('ramp', 'foot', 'head', { kind: 'ramp', metres: 60, ...more }),
  )

function metres(network: string, from: string, to: string, profile: 'shortest' | 'step-free' | 'staff'): number | null {
  const { graph } = buildGraph(venueIn(tinyVenue({ 'network.geojson': network })))
  const route = findRoute(graph, graph.places.get(from) ?? [], graph.places.get(to) ?? [], profile)
  return route === null ? null : Math.round(route.metres)
}

describe('ways drawn beside an archive', () => {
  it('lead where nothing else does, as long as they are said to be', () => {
    expect(metres(ramp(), 'hall', 'toilet', 'step-free')).toBe(75)
    expect(metres(ramp({ metres: null }), 'hall', 'toilet', 'shortest')).toBe(42)
  })

  it('are as long as they are drawn, round their bends', () => {
    const line = { type: 'LineString', coordinates: [position(5, 5), position(5, 9), position(35, 9), position(35, 5)] }
    const bent = collection(
      node('a', 5, 5, 'first'),
      node('b', 35, 5, 'first'),
      feature('l', line, { from: 'b', to: 'a' }),
    )
    const { network } = venueIn(tinyVenue({ 'network.geojson': bent }))
    const [first] = network?.links[0]?.bends ?? []
    expect(first?.[0]).toBeCloseTo(35, 1)
    expect(metres(bent, 'a', 'b', 'shortest')).toBe(30)
  })

  it('may be one-way, stepped, for staff, or closed', () => {
    expect(metres(ramp({ one_way: true }), 'toilet', 'hall', 'shortest')).toBeNull()
    expect(metres(ramp({ step_free: false }), 'hall', 'toilet', 'step-free')).toBeNull()
    expect(metres(ramp({ restriction: 'employeesonly' }), 'hall', 'toilet', 'shortest')).toBeNull()
    expect(metres(ramp({ restriction: 'employeesonly' }), 'hall', 'toilet', 'staff')).toBe(75)
    expect(metres(ramp({ restriction: 'closed' }), 'hall', 'toilet', 'staff')).toBeNull()
  })

  it('are reported where they hang in the air', () => {
    const odd = collection(
      node('a', 5, 5, 'ninth'),
      node('b', 5, 5, 'first', { outside: true }),
      link('l', 'b', 'c'),
      link('m', 'b', 'b', { kind: 'teleport' }),
    )
    const { venue, problems } = readTexts(tinyVenue({ 'network.geojson': odd }))
    expect(problems.map(({ code, featureId }) => `${code} ${featureId ?? ''}`)).toEqual([
      'feature-unreadable m',
      'level-unknown a',
      'link-dangling l',
    ])
    expect(buildGraph(venue ?? venueIn(tinyVenue())).graph.exits.map(({ id }) => id)).toEqual(['b'])
  })
})
