import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import { readTexts } from '../testing/read-files.ts'
import { collection, feature, polygon, position, tinyVenue } from '../testing/tiny-venue.ts'
import { textsOf, readingsOf } from './labels.ts'
import { readVenue } from './read-venue.ts'
import { within, IDENTITY } from './svg/transform.ts'

const codes = (files: ReadonlyMap<string, string>) => readTexts(files).problems.map(({ code }) => code)
/** A closed ring of so many corners about a point of the tiny venue. */
const circle = (corners: number) => {
  const ring = Array.from({ length: corners }, (_, n) => {
    const angle = (n / corners) * 2 * Math.PI
    return position(20 + 9 * Math.cos(angle), 10 + 9 * Math.sin(angle))
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
}

describe('what would take all time or memory is refused', () => {
  it('of a ring with more corners than anybody draws, the feature', () => {
    const huge = feature('huge', circle(60_000), { category: 'room', level_id: 'first' })
    const { venue, problems } = readTexts(tinyVenue({ 'unit.geojson': collection(huge) }))
    expect(venue?.units).toEqual([])
    expect(problems).toContainEqual(expect.objectContaining({ code: 'feature-unreadable', featureId: 'huge' }))
  })

  it('of many of them together, the venue', () => {
    const shape = circle(45_000)
    const many = Array.from({ length: 9 }, (_, n) => feature(`u${n}`, shape, { category: 'room', level_id: 'first' }))
    const { venue, problems } = readTexts(tinyVenue({ 'unit.geojson': collection(...many) }))
    expect(venue).toBeNull()
    expect(problems.at(-1)).toMatchObject({ code: 'archive-too-large', detail: '405010 corners' })
  })

  it('of more stairs than could be held against each other, the venue', () => {
    const shape = polygon(0, 0, 1, 1)
    const stairs = Array.from({ length: 2001 }, (_, n) =>
      feature(`s${n}`, shape, { category: 'stairs', level_id: 'first' }),
    )
    expect(codes(tinyVenue({ 'unit.geojson': collection(...stairs) }))).toContain('archive-too-large')
  })

  it('of more files or bytes than a venue has, all of them before any is read', () => {
    const many = new Map(Array.from({ length: 2001 }, (_, n) => [`${n}.json`, new Uint8Array()]))
    expect(readVenue(many)).toMatchObject({ venue: null, problems: [{ code: 'archive-too-large' }] })
  })

  it('of drawn ways on too many floors, the floors that are too many', () => {
    const points = Array.from({ length: 4900 }, (_, n) => `${n % 70},${Math.floor(n / 70)}`).join(' ')
    const floor = `<svg xmlns="http://www.w3.org/2000/svg"><g id="Paths"><polyline points="${points}"/></g></svg>`
    const floors = new Map(Array.from({ length: 8 }, (_, n) => [`hall_${n + 1}.svg`, n < 6 ? SMALL : floor]))
    expect(codes(floors).filter((code) => code === 'archive-too-large')).toEqual([])
    const eight = new Map(Array.from({ length: 8 }, (_, n) => [`hall_${n + 1}.svg`, n === 0 ? SMALL : floor]))
    expect(codes(eight).filter((code) => code === 'archive-too-large')).toHaveLength(1)
  })
})

const SMALL = '<svg xmlns="http://www.w3.org/2000/svg"><g id="Rooms"><rect id="a" width="90" height="80"/></g></svg>'

describe('what is hostile is read in no time', () => {
  const deadline = { timeout: 5000 }

  it('JSON nested without end', deadline, () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`
    const nested = tinyVenue({ 'unit.geojson': `{"type":"FeatureCollection","features":[${deep}]}` })
    expect(codes(nested)).toContain('feature-unreadable')
    expect(codes(new Map([['hall_link.geojson', `{"type":"FeatureCollection","features":[${deep}]}`]]))).not.toEqual([])
  })

  it('SVG elements nested without end', deadline, () => {
    const deep = `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}</svg>`
    expect(codes(new Map([['hall_1.svg', deep]]))).toEqual(['file-unreadable', 'levels-missing'])
  })

  it('a name of a million letters, whose reading would be looked for from each of them', deadline, () => {
    expect(readingsOf({ 'ja-x-easy': `（${'漢'.repeat(1_000_000)}` })[0]?.length).toBeLessThanOrEqual(2000)
    expect(textsOf({ ja: '字'.repeat(1_000_000) }, null)?.texts.ja).toHaveLength(2000)
  })

  it('a transform of a million letters', deadline, () => {
    expect(within(IDENTITY, 'a'.repeat(1_000_000))).toEqual(IDENTITY)
  })

  it('an outline with as many corners as there may be', deadline, () => {
    const level = feature('first', circle(49_000), { ordinal: 0 })
    const { venue } = readTexts(tinyVenue({ 'level.geojson': collection(level) }))
    expect(venue?.levels).toHaveLength(1)
    expect(venue === null ? 0 : buildGraph(venue).graph.nodeCount).toBeGreaterThan(0)
  })
})
