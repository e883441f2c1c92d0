import { Venue } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawVenue } from '../../drawing/draw-venue.ts'
import { readTexts, sampleTexts } from '../../testing/read-files.ts'
import { withOneValueReplaced } from '../../testing/replaced-value.ts'
import { collection, feature, point, polygon, ring, tinyVenue } from '../../testing/tiny-venue.ts'

/** What displays are given of an archive. */
function imported(files: ReadonlyMap<string, string>) {
  const { venue, problems } = readTexts(files)
  if (venue === null) throw new Error(`import failed: ${JSON.stringify(problems)}`)
  return { venue: Venue.parse(drawVenue(venue, () => [])), problems }
}

function levelOf(venue: Venue, id: string) {
  const level = venue.levels.find((candidate) => candidate.id === id)
  if (level === undefined) throw new Error(`no level ${id}`)
  return level
}

describe('a venue drawn from IMDF', () => {
  const { venue, problems } = imported(tinyVenue())
  const first = levelOf(venue, 'first')

  it('lies level, in metres, from its top left corner', () => {
    expect(problems).toEqual([])
    expect(venue.widthM).toBeCloseTo(40, 2)
    expect(venue.heightM).toBeCloseTo(20, 2)
    const [corners] = first.outline[0] ?? []
    expect(corners).toHaveLength(4)
    const expected = [
      [0, 20],
      [40, 20],
      [40, 0],
      [0, 0],
    ]
    expect(
      corners?.every(([x, y], i) => Math.hypot(x - (expected[i]?.[0] ?? 0), y - (expected[i]?.[1] ?? 0)) < 0.01),
    ).toBe(true)
  })

  it('knows where north is: 30° clockwise when the long side rises 30° to the north', () => {
    expect(venue.northDeg).toBeCloseTo(30, 1)
  })

  it('has its levels lowest first, named as they are or as they are counted', () => {
    expect(venue.levels.map(({ id, ordinal, shortName }) => [id, ordinal, shortName.ja])).toEqual([
      ['first', 0, '1F'],
      ['second', 1, '2F'],
    ])
    const nameless = collection(feature('b2', polygon(0, 0, 40, 20), { ordinal: -2 }))
    expect(imported(tinyVenue({ 'level.geojson': nameless })).venue.levels[0]?.shortName.ja).toBe('B2')
  })

  it('places occupants by anchor and unit, with the numbers over their desks', () => {
    expect(first.occupants).toMatchObject([
      {
        id: 'citizens-division',
        name: { ja: '市民課', en: 'Citizens Division' },
        unitId: 'citizens',
        counters: [1, 2],
      },
    ])
    const [x, y] = first.occupants[0]?.at ?? [0, 0]
    expect(Math.hypot(x - 10, y - 8)).toBeLessThan(0.01)
  })

  it('tells counters from rooms and gathers the other kinds', () => {
    expect(first.units.map(({ id, kind }) => [id, kind])).toEqual([
      ['hall', 'walkway'],
      ['citizens', 'counter'],
    ])
    expect(levelOf(venue, 'second').units[0]).toMatchObject({ kind: 'restroom', category: 'restroom.wheelchair' })
  })

  it('places doors, amenities and kiosks on their levels', () => {
    expect(first.openings.map(({ id }) => id)).toEqual(['door'])
    expect(levelOf(venue, 'second').amenities.map(({ id }) => id)).toEqual(['wc'])
    expect(first.kiosks).toMatchObject([{ id: 'k1', name: { ja: '入口' } }])
    const [x, y] = first.kiosks[0]?.at ?? [0, 0]
    expect(Math.hypot(x - 5, y - 15)).toBeLessThan(0.01)
  })

  it('may have several levels of one ordinal, and levels of several parts', () => {
    const parts = { type: 'MultiPolygon', coordinates: [[ring(0, 0, 10, 20)], [ring(30, 0, 40, 20)]] }
    const levels = collection(
      feature('first', parts, { ordinal: 0 }),
      feature('terrace', polygon(0, 0, 40, 20), { ordinal: 0 }),
    )
    const { venue: split } = imported(tinyVenue({ 'level.geojson': levels }))
    expect(split.levels.map(({ id, ordinal, outline }) => [id, ordinal, outline.length])).toEqual([
      ['first', 0, 2],
      ['terrace', 0, 1],
    ])
  })
})

describe('what is missing or wrong in an archive', () => {
  it('does without the optional files, and with names in a folder', () => {
    const bare = [
      'manifest.json',
      'opening.geojson',
      'anchor.geojson',
      'occupant.geojson',
      'amenity.geojson',
      'kiosk.geojson',
    ]
    const files = tinyVenue(Object.fromEntries(bare.map((name) => [name, null])))
    const inFolder = new Map([...files].map(([name, text]) => [`cityhall/${name}`, `\uFEFF${text}`]))
    expect(imported(inFolder).problems).toEqual([])
  })

  it.each(['venue.geojson', 'level.geojson'])('fails without %s', (file) => {
    const result = readTexts(tinyVenue({ [file]: null }))
    expect(result).toEqual({ venue: null, problems: [{ code: 'file-missing', file, featureId: null, detail: null }] })
  })

  it('fails on texts that are no GeoJSON', () => {
    const result = readTexts(tinyVenue({ 'level.geojson': '<html>' }))
    expect(result.venue).toBeNull()
    expect(result.problems.map(({ code }) => code)).toEqual(['file-unreadable'])
  })

  it('fails when the building would be as large as a town', () => {
    const town = collection(feature('first', polygon(0, 0, 9000, 20), { ordinal: 0 }))
    const result = readTexts(tinyVenue({ 'level.geojson': town }))
    expect(result.venue).toBeNull()
    expect(result.problems.at(-1)?.code).toBe('size-implausible')
  })

  it.each([
    ['feature-unreadable', 'unit.geojson', feature('bad', { type: 'Polygon', coordinates: [[[999, 0]]] }, {})],
    ['duplicate-id', 'unit.geojson', feature('hall', polygon(0, 0, 1, 1), { category: 'room', level_id: 'first' })],
    ['level-unknown', 'unit.geojson', feature('lost', polygon(0, 0, 1, 1), { category: 'room', level_id: 'ninth' })],
    [
      'far-from-building',
      'unit.geojson',
      feature('far', polygon(500, 0, 501, 1), { category: 'room', level_id: 'first' }),
    ],
    ['level-unknown', 'amenity.geojson', feature('lost', point(1, 1), { category: 'atm', unit_ids: ['none'] })],
    ['place-unknown', 'occupant.geojson', feature('lost', null, { name: { ja: '課' }, anchor_id: 'nowhere' })],
    ['name-missing', 'occupant.geojson', feature('mute', null, { name: { ja: ' ' }, anchor_id: 'desk' })],
    ['place-unknown', 'kiosk.geojson', feature('lost', null, { level_id: 'first' })],
  ])('leaves out and reports %s in %s', (code, file, extra) => {
    const whole = tinyVenue()
    const before = imported(whole)
    const { features } = JSON.parse(whole.get(file) ?? '') as { features: unknown[] }
    const after = imported(tinyVenue({ [file]: collection(...features, extra) }))
    expect(after.problems).toMatchObject([{ code, file, featureId: extra.id }])
    expect(after.venue).toEqual(before.venue)
  })

  it('keeps what it only doubts: unknown categories, names without Japanese', () => {
    const odd = feature('odd', polygon(0, 0, 5, 5), {
      category: 'holodeck',
      name: { en: 'Holodeck' },
      level_id: 'first',
    })
    const { venue, problems } = imported(tinyVenue({ 'unit.geojson': collection(odd) }))
    expect(levelOf(venue, 'first').units).toMatchObject([{ id: 'odd', kind: 'room', name: { ja: 'Holodeck' } }])
    expect(problems.map(({ code }) => code)).toContain('category-unknown')
    expect(problems.map(({ code }) => code)).toContain('name-not-japanese')
  })

  it('never throws and gives only valid venues, whatever one value of the archive is replaced by', () => {
    const names = [...tinyVenue().keys()]
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.jsonValue(), (name, choice, value) => {
        const original = tinyVenue()
        const text = withOneValueReplaced(original.get(name) ?? '', choice, value)
        const result = readTexts(original.set(name, text))
        expect(result.venue === null ? null : Venue.safeParse(drawVenue(result.venue, () => [])).error).toBeFalsy()
      }),
      { numRuns: 500 },
    )
  })
})

describe('the sample city hall', () => {
  const { venue, problems } = imported(sampleTexts())

  it('is read without a complaint', () => {
    expect(problems).toEqual([])
  })

  it('has levels, and everything on them lies on the drawing', () => {
    expect(venue.levels.length).toBeGreaterThanOrEqual(3)
    const { widthM, heightM } = venue
    expect(widthM).toBeGreaterThan(heightM)
    const points = venue.levels.flatMap(({ outline, units, openings, amenities, occupants, kiosks }) => [
      ...outline.flat(2),
      ...units.flatMap(({ shape, labelAt }) => [...shape.flat(2), labelAt]),
      ...openings.flatMap(({ line }) => line),
      ...[...amenities, ...occupants, ...kiosks].map(({ at }) => at),
    ])
    expect(points.filter(([x, y]) => x < 0 || y < 0 || x > widthM || y > heightM)).toEqual([])
  })

  it('has counters, stairs, lifts, toilets, emergency exits and kiosks', () => {
    const kinds = new Set(venue.levels.flatMap(({ units }) => units.map(({ kind }) => kind)))
    expect([...kinds]).toEqual(expect.arrayContaining(['counter', 'stairs', 'elevator', 'restroom', 'walkway']))
    const doors = new Set(venue.levels.flatMap(({ openings }) => openings.map(({ category }) => category)))
    expect([...doors]).toContain('emergencyexit')
    expect(venue.levels.flatMap(({ kiosks }) => kiosks).length).toBeGreaterThan(0)
  })
})
