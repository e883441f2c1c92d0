import { Language, type Point } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import type { LinkKind, ModelOccupant, NetworkLink, VenueModel } from '../model/venue-model.ts'
import { guide } from '../route/guide.ts'
import { level, plan } from '../testing/plan.ts'
import { sampleTexts, venueIn } from '../testing/read-files.ts'
import { stretchesOf } from './walks.ts'
import { WAY_WORDS, type WayKey } from './way-words.ts'

/** Nodes by level and place, joined in a row by links of these kinds. */
function chain(stops: readonly (readonly [levelId: string, at: Point])[], kinds: readonly LinkKind[]): VenueModel {
  const links = kinds.map((kind, n): NetworkLink => {
    const ends = { id: `link${n}`, from: `n${n}`, to: `n${n + 1}` }
    return {
      ...ends,
      kind,
      oneWay: false,
      metres: null,
      stepFree: null,
      tactile: false,
      passage: 'public',
      hours: null,
    }
  })
  return plan({
    levels: [level('first', 0), level('landing', 0.5), level('second', 1), level('third', 2)],
    network: {
      whole: true,
      nodes: stops.map(([levelId, at], n) => ({
        id: `n${n}`,
        levelId,
        at,
        outside: n === stops.length - 1,
        unitIds: [],
      })),
      links,
    },
  })
}

function cards(venue: VenueModel, to: string | null) {
  const { steps } = guide(venue, buildGraph(venue), { from: 'n0', to, profile: to === null ? 'evacuate' : 'shortest' })
  return steps.map(({ kind, text, metres }) => `${kind} ${Math.round(metres)} ${text.en ?? ''}`)
}

describe('walks', () => {
  it('are cut where they turn, left and right as on paper', () => {
    const turns = stretchesOf([
      [0, 0],
      [20, 0],
      [20, 20],
      [40, 20],
      [60, 25],
    ])
    expect(turns.map(({ turn, metres }) => `${turn} ${Math.round(metres)}`)).toEqual([
      'start 20',
      'right 20',
      'left 41',
    ])
  })

  it('have no stretch under 12 m, unless that is all there is', () => {
    const zigzag: Point[] = [
      [0, 0],
      [8, 0],
      [8, 3],
      [20, 3],
      [20, 9],
      [40, 9],
    ]
    const stretches = stretchesOf(zigzag)
    expect(stretches.length).toBeLessThan(4)
    for (const { metres } of stretches) expect(metres).toBeGreaterThanOrEqual(12)
    expect(stretches.reduce((sum, { metres }) => sum + metres, 0)).toBeCloseTo(49, 9)
    expect(
      stretchesOf([
        [0, 0],
        [3, 0],
        [3, 3],
      ]),
    ).toHaveLength(1)
  })
})

describe('turns', () => {
  const said = (points: Point[]) => stretchesOf(points).map(({ turn }) => turn)

  it('are told by where one comes from and goes to, not by a jog between the two', () => {
    const jog: Point[] = [
      [0, 0],
      [20, 0],
      [20, 2],
      [40, 2],
    ]
    expect(said(jog)).toEqual(['start', 'straight'])
    expect(said(jog.map(([x, y]): Point => [x, -y]))).toEqual(['start', 'straight'])
  })

  it('are still told where a jog lies right at a corner', () => {
    const corner: Point[] = [
      [0, 0],
      [30, 0],
      [30, 20],
      [28, 20],
      [28, 50],
    ]
    expect(said(corner)).toEqual(['start', 'right', 'straight'])
  })
})

describe('step cards', () => {
  it('cut a walk where it comes to another floor, and draw each part on its own', () => {
    const venue = chain(
      [
        ['first', [0, 0]],
        ['first', [20, 0]],
        ['landing', [25, 0]],
        ['second', [30, 0]],
        ['second', [60, 0]],
      ],
      ['walk', 'ramp', 'ramp', 'walk'],
    )
    const { steps } = guide(venue, buildGraph(venue), { from: 'n0', to: 'n4', profile: 'shortest' })
    expect(steps.map(({ kind, levelId, metres, points }) => [kind, levelId, metres, points.at(0)])).toEqual([
      ['walk', 'first', 20, [0, 0]],
      ['walk', 'second', 40, [20, 0]],
      ['arrive', 'second', 0, [60, 0]],
    ])
  })

  it('say a lift once, however many pieces it is cut into', () => {
    const venue = chain(
      [
        ['first', [0, 0]],
        ['first', [20, 0]],
        ['first', [21, 0]],
        ['second', [21, 0]],
        ['third', [21, 0]],
        ['third', [22, 0]],
        ['third', [40, 0]],
      ],
      ['walk', 'elevator', 'elevator', 'elevator', 'elevator', 'walk'],
    )
    expect(cards(venue, 'n6')).toEqual([
      'walk 20 Go straight for 20 m',
      'elevator 2 Take the lift to 3F',
      'walk 18 Walk 18 m towards n6',
      'arrive 0 You arrive at n6',
    ])
  })

  it('join flights of stairs over their landing, up and down told apart', () => {
    const stops: [string, Point][] = [
      ['second', [0, 0]],
      ['landing', [4, 0]],
      ['landing', [4, 3]],
      ['first', [0, 3]],
      ['first', [0, 30]],
    ]
    const down = chain(stops, ['stairs', 'walk', 'stairs', 'walk'])
    expect(cards(down, null)).toEqual([
      'stairs 11 Take the stairs down to 1F',
      'walk 27 Go straight for 27 m',
      'exit 0 Leave the building by the exit',
    ])
  })

  it('name what stands where one turns, and each thing once', () => {
    const office = (id: string, at: Point): ModelOccupant => ({
      id,
      levelId: 'first',
      category: 'cityhall',
      name: { ja: `${id}課`, en: id },
      readings: [],
      at,
      unitId: null,
      counters: [],
      keywords: [],
      hours: null,
    })
    const corner = chain(
      [
        ['first', [0, 0]],
        ['first', [20, 0]],
        ['first', [20, 20]],
      ],
      ['walk', 'walk'],
    )
    const venue = { ...corner, occupants: [office('Tax', [22, -2])] }
    expect(cards(venue, 'n2')).toEqual([
      'walk 20 Walk 20 m towards Tax',
      'walk 20 Turn right and walk 20 m',
      'arrive 0 You arrive at n2',
    ])
  })

  it('lead as far as wheels get, and then ask for help', () => {
    const venue = chain(
      [
        ['first', [0, 0]],
        ['first', [20, 0]],
        ['second', [20, 0]],
      ],
      ['walk', 'stairs'],
    )
    const guidance = guide(venue, buildGraph(venue), { from: 'n0', to: 'n2', profile: 'step-free' })
    expect(guidance).toMatchObject({ found: false, reason: 'no-step-free-way' })
    expect(guidance.steps.map(({ kind }) => kind)).toEqual(['walk', 'call-staff'])
  })
})

describe('the phrases', () => {
  const keys = Object.keys(WAY_WORDS.ja) as WayKey[]
  const places = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))

  it.each(Language.options)('are whole in %s, with the same things to fill in', (language) => {
    for (const key of keys) {
      expect(places(WAY_WORDS[language][key])).toEqual(places(WAY_WORDS.ja[key]))
      expect(WAY_WORDS[language][key].trim()).not.toBe('')
    }
  })

  it('leave nothing unfilled on any way from the lobby of the sample city hall', () => {
    const venue = venueIn(sampleTexts())
    const built = buildGraph(venue)
    for (const { id } of venue.occupants) {
      const { found, steps } = guide(venue, built, { from: '総合案内前', to: id, profile: 'staff' })
      expect(found).toBe(true)
      for (const { text } of steps) for (const language of Language.options) expect(text[language]).toMatch(/^[^{}]+$/)
    }
  })
})
