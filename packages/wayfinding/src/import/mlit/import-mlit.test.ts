import { Venue } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { drawVenue } from '../../drawing/draw-venue.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { findRoute } from '../../route/find-route.ts'
import type { Profile } from '../../route/profiles.ts'
import { readTexts, venueIn } from '../../testing/read-files.ts'

const AT = { lon: 139.699, lat: 35.69 }
/** Metres east and north, as degrees. */
const at = (east: number, north: number) => [AT.lon + east / 90_500, AT.lat + north / 110_950]
const box = (left: number, bottom: number, right: number, top: number) => ({
  type: 'Polygon',
  coordinates: [[at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)]],
})

const collection = (features: unknown[], crs?: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } }),
    features,
  })
const feature = (geometry: unknown, properties: Record<string, unknown>) => ({ type: 'Feature', geometry, properties })
const node = (id: string, east: number, north: number, ordinal: number, inOut = '3') =>
  feature({ type: 'Point', coordinates: at(east, north) }, { node_id: id, ordinal, in_out: inOut })
const link = (id: string, from: string, to: string, codes: Record<string, unknown> = {}) =>
  feature(null, {
    link_id: id,
    start_id: from,
    end_id: to,
    distance: 10,
    route_type: '1',
    direction: '1',
    width: '3',
    vtcl_slope: '1',
    lev_diff: '1',
    brail_tile: '99',
    elevator: '1',
    ...codes,
  })

const nodes = [
  node('street', 0, 0, 0, '1'),
  node('hall', 10, 0, 0),
  node('shop', 30, 5, 0),
  node('stairs-0', 20, 0, 0),
  node('landing', 20, 4, 0.5),
  node('stairs-1', 20, 8, 1),
  node('lift-0', 40, 0, 0),
  node('lift-1', 40, 1, 1),
  node('office', 30, 8, 1),
]
const links = [
  link('in', 'street', 'hall'),
  link('walk', 'hall', 'stairs-0'),
  link('step', 'hall', 'shop', { lev_diff: '2' }),
  link('up-1', 'stairs-0', 'landing', { route_type: '6' }),
  link('up-2', 'landing', 'stairs-1', { route_type: '6' }),
  link('to-lift', 'stairs-0', 'lift-0', { width: '1' }),
  link('lift', 'lift-0', 'lift-1', { route_type: '4', width: '1', elevator: '3' }),
  link('from-lift', 'lift-1', 'office'),
  link('up-there', 'stairs-1', 'office'),
]

function files(changes: { links?: unknown[]; spaces?: string } = {}): Map<string, string> {
  return new Map([
    ['Hall_0_Floor.geojson', collection([feature(box(0, -10, 60, 20), { id: 'f0', ordinal: 0, short_name: '1F' })])],
    ['Hall_1_Floor.geojson', collection([feature(box(0, -10, 60, 20), { id: 'f1', ordinal: 1, short_name: '2F' })])],
    [
      'Hall_1_Space.geojson',
      changes.spaces ?? collection([feature(box(25, 6, 35, 10), { id: 'room', category: 'B001', name: '事務室' })]),
    ],
    ['Hall_node.geojson', collection(nodes)],
    ['Hall_link.geojson', collection(changes.links ?? links)],
  ])
}

function way(changed: Map<string, string>, from: string, to: string, profile: Profile) {
  const { graph } = buildGraph(venueIn(changed))
  const route = findRoute(graph, graph.places.get(from) ?? [], graph.places.get(to) ?? [], profile)
  return route?.edges.map((edge) => graph.features[graph.feature[edge] ?? -1]) ?? null
}

describe('data of the Ministry of Land', () => {
  it('give levels by their files, rooms by their codes, and the ways as they are', () => {
    const { venue, problems } = readTexts(files())
    expect(problems.map(({ code }) => code)).toEqual(['code-table-doubtful'])
    expect(venue?.format).toBe('mlit')
    expect(venue?.levels.map(({ id, ordinal, shortName }) => [id, ordinal, shortName.ja])).toEqual([
      ['0', 0, '1F'],
      ['landing:0.5', 0.5, '1F–2F'],
      ['1', 1, '2F'],
    ])
    expect(venue?.units).toMatchObject([{ id: 'room', levelId: '1', kind: 'room', name: { ja: '事務室' } }])
    expect(way(files(), 'street', 'room', 'shortest')).toEqual(['in', 'walk', 'up-1', 'up-2', 'up-there'])
  })

  it('lead by the lift without steps, however narrow its door', () => {
    expect(way(files(), 'street', 'room', 'step-free')).toEqual(['in', 'walk', 'to-lift', 'lift', 'from-lift'])
  })

  it('mean different things by a step of 2 in 2018 and in 2024, which one is told by the other codes', () => {
    expect(way(files(), 'street', 'shop', 'step-free')).toBeNull()
    expect(readTexts(files()).problems).toMatchObject([{ code: 'code-table-doubtful', detail: '2018' }])
    const of2024 = [...links, link('steep', 'hall', 'office', { vtcl_slope: '8' })]
    expect(way(files({ links: of2024 }), 'street', 'shop', 'step-free')).toEqual(['in', 'step'])
    expect(readTexts(files({ links: of2024 })).problems).toEqual([])
  })

  it('lead the blind along their paving, by its lines or by the code of a link', () => {
    const detour = [
      link('straight', 'street', 'lift-0', { distance: 40 }),
      link('to-hall', 'street', 'hall', { distance: 15 }),
      link('along', 'hall', 'stairs-0', { distance: 15 }),
      link('on', 'stairs-0', 'lift-0', { distance: 25, brail_tile: '2' }),
    ]
    const paving = feature({ type: 'LineString', coordinates: [at(0, 0.5), at(21, 0.5)] }, { id: 'p' })
    const paved = files({ links: detour }).set('Hall_0_TWSILine.geojson', collection([paving]))
    expect(way(paved, 'street', 'lift-0', 'shortest')).toEqual(['straight'])
    expect(way(paved, 'street', 'lift-0', 'tactile')).toEqual(['to-hall', 'along', 'on'])
    expect(way(files({ links: detour }), 'street', 'lift-0', 'tactile')).toEqual(['straight'])
  })

  it('say which ways lead one way, in which direction', () => {
    const down = [...links.slice(0, 3), link('down', 'hall', 'stairs-0', { direction: '3' })]
    expect(way(files({ links: down }), 'street', 'stairs-0', 'shortest')).toEqual(['in', 'walk'])
    const only = [links[0], link('down', 'hall', 'stairs-0', { direction: '3' })]
    expect(way(files({ links: only }), 'street', 'stairs-0', 'shortest')).toBeNull()
    expect(way(files({ links: only }), 'stairs-0', 'street', 'shortest')).toEqual(['down', 'in'])
  })

  it('are reported where links lead nowhere or twice to the same place', () => {
    const odd = [...links, link('nowhere', 'hall', 'moon'), link('torn', 'hall', ''), link('again', 'hall', 'street')]
    const said = readTexts(files({ links: odd })).problems.filter(({ code }) => code.startsWith('link'))
    expect(said).toEqual([
      { code: 'link-dangling', file: 'link', featureId: 'nowhere', detail: 'moon' },
      { code: 'link-dangling', file: 'link', featureId: 'torn', detail: '' },
      { code: 'link-duplicate', file: 'link', featureId: 'again', detail: 'in' },
    ])
  })

  it('keep the bends of their links, whichever way round they were drawn', () => {
    const line = (...points: number[][]) => ({ type: 'LineString', coordinates: points })
    const bent = (geometry: unknown) =>
      files({ links: [{ ...link('in', 'street', 'hall'), geometry }, ...links.slice(1)] })
    const bends = (geometry: unknown) => venueIn(bent(geometry)).network?.links[0]?.bends
    const there = bends(line(at(0, 0), at(0, 6), at(10, 6), at(10, 0)))
    expect(there).toHaveLength(2)
    expect(bends(line(at(10, 0), at(10, 6), at(0, 6), at(0, 0)))).toEqual(there)
    expect(bends(line(at(0, 0), at(10, 0)))).toBeUndefined()
    const { graph } = buildGraph(venueIn(bent(line(at(0, 0), at(0, 6), at(10, 6), at(10, 0)))))
    const route = findRoute(graph, graph.places.get('street') ?? [], graph.places.get('hall') ?? [], 'shortest')
    expect(route?.metres).toBeCloseTo(22, 1)
  })

  it('get ids that displays take, the same at both ends of a link', () => {
    const named = [node('入口 1', 0, 0, 0, '1'), node('入口 2', 10, 0, 0)]
    const space = collection([feature(box(8, -2, 12, 2), { id: 12, category: 'B001', name: '事務室' })])
    const changed = files({ links: [link('連絡 1', '入口 1', '入口 2')] })
      .set('Hall_node.geojson', collection(named))
      .set('Hall_0_Space.geojson', space)
      .set('Hall_1_Space.geojson', collection([feature(box(25, 6, 35, 10), { id: '部屋', category: 'B001' })]))
    const { venue, problems } = readTexts(changed)
    expect(problems).toEqual([])
    expect(venue?.network?.links).toHaveLength(1)
    expect(venue?.units.map(({ id }) => id)).toContain('12')
    expect(Venue.safeParse(venue === null ? null : drawVenue(venue, () => [])).error).toBeUndefined()
  })

  it('may tell the floors of their nodes from 0 or from 1: the levels that are drawn decide, else it is said', () => {
    const standing = (floors: Record<number, number>, spaces = files()) => {
      const told = nodes.map(({ properties: { ordinal, ...rest }, ...drawn }) => ({
        ...drawn,
        properties: { ...rest, floor: floors[Number(ordinal)] ?? Number(ordinal) },
      }))
      const { venue, problems } = readTexts(spaces.set('Hall_node.geojson', collection(told)))
      const stand = new Map(venue?.network?.nodes.map(({ id, levelId }) => [id, levelId]))
      return { at: ['hall', 'landing', 'office'].map((id) => stand.get(id)), codes: problems.map(({ code }) => code) }
    }
    const levels = ['0', 'landing:0.5', '1']
    expect(standing({})).toEqual({ at: levels, codes: ['code-table-doubtful'] })
    expect(standing({ 0: 1, 0.5: 1.5, 1: 2 })).toEqual({ at: levels, codes: ['code-table-doubtful'] })
    const upper = [
      'Hall_2_Floor.geojson',
      collection([feature(box(0, -10, 60, 20), { id: 'f2', ordinal: 2 })]),
    ] as const
    expect(standing({ 0: 1, 0.5: 1.5, 1: 2 }, files().set(...upper))).toEqual({
      at: ['1', 'landing:1.5', '2'],
      codes: ['floor-doubtful', 'code-table-doubtful'],
    })
  })

  it('are left out and reported where nothing says their level, and never put on another', () => {
    const nowhere = feature({ type: 'Point', coordinates: at(12, 0) }, { node_id: 'lost', ordinal: '', in_out: '3' })
    const changed = files({ links: [...links, link('loose', 'lost', 'hall')] })
      .set('Hall_node.geojson', collection([...nodes, nowhere]))
      .set('Hall_RF_Space.geojson', collection([feature(box(0, 0, 4, 4), { id: 'roof', category: 'B001' })]))
      .set(
        'Hall_9_Facility.geojson',
        collection([feature({ type: 'Point', coordinates: at(1, 1) }, { id: 'aed', category: 'F001' })]),
      )
      .set('rooms.json', collection([feature(box(0, 0, 4, 4), { id: 'stray', layer: 'Space', category: 'B001' })]))
    const { venue, problems } = readTexts(changed)
    expect(problems.map(({ code, featureId }) => `${code} ${featureId ?? ''}`).toSorted()).toEqual([
      'code-table-doubtful ',
      'level-unknown aed',
      'level-unknown lost',
      'level-unknown roof',
      'level-unknown stray',
      'link-dangling loose',
    ])
    expect(venue?.units.map(({ id }) => id)).toEqual(['room'])
    expect(venue?.amenities).toEqual([])
  })

  it('are reported where two files have one id', () => {
    const again = collection([feature(box(0, 0, 4, 4), { id: 'room', category: 'B001' })])
    const { venue, problems } = readTexts(files().set('Hall_0_Space.geojson', again))
    expect(problems.filter(({ code }) => code === 'duplicate-id')).toMatchObject([{ featureId: 'room' }])
    expect(venue?.units).toHaveLength(1)
  })

  it('may be in plane rectangular coordinates; in others they are refused by name', () => {
    const plane = (crs: string) =>
      collection(
        [
          feature(
            {
              type: 'Polygon',
              coordinates: [
                [
                  [-12150, -34400],
                  [-12100, -34400],
                  [-12100, -34380],
                  [-12150, -34400],
                ],
              ],
            },
            { id: 'room', category: 'B021' },
          ),
        ],
        crs,
      )
    const alone = (crs: string) => readTexts(new Map([['Hall_1_Space.geojson', plane(crs)]]))
    expect(alone('urn:ogc:def:crs:EPSG::6677').venue?.widthM).toBeCloseTo(53.85, 0)
    expect(alone('EPSG:3857').problems.map(({ code }) => code)).toEqual(['crs-unknown', 'levels-missing'])
  })
})
