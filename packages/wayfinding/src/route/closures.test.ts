import type { Point } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { evacuationField, wayOut } from '../evacuation/evacuation-field.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { NetworkLink, VenueModel } from '../model/venue-model.ts'
import { door, kiosk, level, plan, rect, unit } from '../testing/plan.ts'
import { type Closures, shutBy } from './closures.ts'
import { findRoute } from './find-route.ts'
import type { LocalMoment } from './hours.ts'

const MONDAY_NOON: LocalMoment = { day: 0, minutes: 720, isHoliday: false }

/** A long hall between two rooms, with a main door at its western end. */
const venue = plan({
  units: [
    unit('west', 'room', rect(0, 0, 10, 10)),
    unit('hall', 'walkway', rect(10, 0, 30, 10)),
    unit('east', 'room', rect(30, 0, 40, 10)),
  ],
  openings: [
    door('main', 'pedestrian.principal', [0, 4], [0, 6]),
    door('w', 'pedestrian', [10, 4], [10, 6]),
    door('e', 'pedestrian', [30, 4], [30, 6]),
  ],
  kiosks: [kiosk('in-hall', [15, 2])],
})

function leads(model: VenueModel, from: string, to: string, closures: Closures, moment: LocalMoment | null = null) {
  const { graph } = buildGraph(model)
  const shut = shutBy(model, graph, closures, moment)
  return findRoute(graph, graph.places.get(from) ?? [], graph.places.get(to) ?? [], 'shortest', shut) !== null
}

function exitFrom(model: VenueModel, from: string, closures: Closures, moment: LocalMoment | null = null) {
  const { graph } = buildGraph(model)
  const field = evacuationField(graph, shutBy(model, graph, closures, moment))
  return wayOut(field, graph.places.get(from) ?? [])?.exit.id ?? null
}

const linkBetween = (from: string, to: string): NetworkLink => ({
  id: `${from}-${to}`,
  from,
  to,
  kind: 'walk',
  oneWay: false,
  metres: null,
  stepFree: true,
  tactile: false,
  passage: 'public',
  hours: null,
})

const zone = (left: number, top: number, right: number, bottom: number, levelId = 'first'): Closures => ({
  zones: [{ levelId, shape: [[rect(left, top, right, bottom)]] }],
})

describe('a zone that is shut', () => {
  it('is not crossed, though both ends of the way lie outside of it', () => {
    expect(leads(venue, 'west', 'east', {})).toBe(true)
    expect(leads(venue, 'west', 'east', zone(24, -1, 26, 11))).toBe(false)
    expect(leads(venue, 'west', 'east', zone(24, 8, 26, 11))).toBe(true)
  })

  it('lets those in it out by the only exit, which lies in it; not those outside of it', () => {
    expect(exitFrom(venue, 'west', zone(-1, -1, 9, 11))).toBe('main')
    expect(exitFrom(venue, 'east', zone(-1, -1, 9, 11))).toBeNull()
  })

  it('is one on all levels of its floor: a terrace belongs to the floor that it is on', () => {
    const outside = { levelId: 'outside' }
    const terrace = plan({
      levels: [level('first', 0), level('outside', 0, { outdoor: true }), level('second', 1)],
      units: [unit('hall', 'walkway', rect(0, 0, 10, 10)), unit('terrace', 'walkway', rect(10, 0, 30, 10), outside)],
      openings: [door('d', 'pedestrian', [10, 4], [10, 6])],
    })
    expect(leads(terrace, 'hall', 'terrace', zone(12, -1, 14, 11, 'outside'))).toBe(false)
    expect(leads(terrace, 'hall', 'terrace', zone(12, -1, 14, 11, 'second'))).toBe(true)
  })
})

describe('a unit that is closed', () => {
  it('is neither entered nor passed, but everybody in it is led out', () => {
    expect(leads(venue, 'west', 'hall', { featureIds: ['hall'] })).toBe(false)
    expect(leads(venue, 'west', 'in-hall', { featureIds: ['hall'] })).toBe(false)
    expect(leads(venue, 'west', 'east', { featureIds: ['hall'] })).toBe(false)
    expect(leads(venue, 'in-hall', 'east', { featureIds: ['hall'] })).toBe(true)
    expect(exitFrom(venue, 'in-hall', { featureIds: ['hall'] })).toBe('main')
    expect(exitFrom(venue, 'east', { featureIds: ['hall'] })).toBeNull()
  })

  it('lets out whoever stands at the end of a way that staff drew into it', () => {
    const node = (id: string, x: number) => ({ id, levelId: 'first', at: [x, 8] as Point, outside: false, unitIds: [] })
    const nodes = [node('desk', 25), node('shelf', 28)]
    const drawn = { ...venue, network: { whole: false, nodes, links: [linkBetween('desk', 'shelf')] } }
    expect(exitFrom(drawn, 'desk', { featureIds: ['hall'] })).toBe('main')
    expect(leads(drawn, 'west', 'desk', { featureIds: ['hall'] })).toBe(false)
  })
})

describe('opening hours', () => {
  const timed = (hours: string) => ({
    ...venue,
    openings: venue.openings.map((opening) => (opening.id === 'main' ? { ...opening, hours } : opening)),
  })

  it('keep nobody in where no other exit is open', () => {
    expect(exitFrom(timed('Sa 09:00-12:00'), 'hall', {}, MONDAY_NOON)).toBe('main')
    const back = door('back', 'emergencyexit', [40, 4], [40, 6])
    const two = timed('Sa 09:00-12:00')
    expect(exitFrom({ ...two, openings: [...two.openings, back] }, 'west', {}, MONDAY_NOON)).toBe('back')
  })

  it('do not open what somebody closed', () => {
    expect(exitFrom(timed('Sa 09:00-12:00'), 'hall', { featureIds: ['main'] }, MONDAY_NOON)).toBeNull()
  })

  it('are read of relationships as well', () => {
    const stairs = (id: string, levelId: string) => unit(id, 'stairs', rect(30, 0, 34, 4), { levelId })
    const relation = { id: 'r', from: 'low', to: 'high', kind: 'stairs' as const, oneWay: false }
    const tower = (hours: string | null) =>
      plan({
        levels: [level('first', 0), level('second', 1)],
        units: [stairs('low', 'first'), stairs('high', 'second')],
        relations: [{ ...relation, hours }],
      })
    expect(leads(tower(null), 'low', 'high', {}, MONDAY_NOON)).toBe(true)
    expect(leads(tower('Mo off'), 'low', 'high', {}, MONDAY_NOON)).toBe(false)
    expect(leads(tower(null), 'high', 'low', { featureIds: ['r'] })).toBe(false)
  })

  it('close only what they say is closed: what nobody can read says nothing', () => {
    expect(leads(timed('sunrise-sunset'), 'hall', 'main', {}, MONDAY_NOON)).toBe(true)
    expect(leads(timed('Tu 09:00-12:00'), 'hall', 'main', {}, MONDAY_NOON)).toBe(false)
  })
})
