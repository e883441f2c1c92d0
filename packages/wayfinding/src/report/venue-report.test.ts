import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import { guide } from '../route/guide.ts'
import { readTexts } from '../testing/read-files.ts'
import { withOneValueReplaced } from '../testing/replaced-value.ts'
import { collection, feature, polygon, position, tinyVenue } from '../testing/tiny-venue.ts'
import { standingInTheWay } from './publishable.ts'
import { venueReport } from './venue-report.ts'

function reportOf(files: ReadonlyMap<string, string>) {
  const read = readTexts(files)
  return venueReport(read, read.venue === null ? null : buildGraph(read.venue))
}

const opening = (id: string, category: string, from: [number, number], to: [number, number], level = 'first') =>
  feature(id, { type: 'LineString', coordinates: [from, to] }, { category, level_id: level, accessibility: null })
const doors = [
  opening('main', 'pedestrian.principal', position(18, 0), position(20, 0)),
  opening('door', 'pedestrian', position(9, 10), position(11, 10)),
]

describe('the report of an import', () => {
  it('counts, names whom no entrance reaches, and says what a venue lacks in two languages', () => {
    const report = reportOf(tinyVenue({ 'opening.geojson': collection(...doors) }))
    expect(report).toMatchObject({ format: 'imdf', levels: 2, units: 3, openings: 2, occupants: 1, amenities: 1 })
    expect(report.components).toBe(2)
    expect(report.unreachable).toEqual([{ id: 'toilet', name: { ja: 'restroom.wheelchair toilet' } }])
    expect(report.problems).toEqual([
      {
        code: 'unit-unreachable',
        feature: 'toilet',
        text: {
          ja: '2Fの restroom.wheelchair toilet へは、どの入口からも行けません',
          en: 'No entrance leads to restroom.wheelchair toilet on 2F',
        },
      },
    ])
  })

  it('keeps a venue from being published until every exception is accepted by name', () => {
    const report = reportOf(tinyVenue({ 'opening.geojson': collection(...doors) }))
    expect(standingInTheWay(report, []).map(({ id }) => id)).toEqual(['toilet'])
    expect(standingInTheWay(report, ['toilet'])).toEqual([])
  })

  it('names levels that stairs alone lead to, and ordinals that do not fit their names', () => {
    const stairs = (id: string, level: string) =>
      feature(id, polygon(20, 10, 40, 20), { category: 'stairs', name: null, level_id: level })
    const report = reportOf(
      tinyVenue({
        'level.geojson': collection(
          feature('first', polygon(0, 0, 40, 20), { ordinal: 0, short_name: { ja: '1F' } }),
          feature('second', polygon(0, 0, 40, 20), { ordinal: 1, short_name: { ja: '3階' } }),
        ),
        'unit.geojson': collection(
          feature('hall', polygon(0, 0, 40, 10), { category: 'walkway', level_id: 'first' }),
          feature('upper', polygon(0, 0, 40, 10), { category: 'walkway', level_id: 'second' }),
          stairs('s1', 'first'),
          stairs('s2', 'second'),
        ),
        'opening.geojson': collection(
          opening('main', 'pedestrian.principal', position(18, 0), position(20, 0)),
          opening('a', 'pedestrian', position(29, 10), position(31, 10)),
          opening('b', 'pedestrian', position(29, 10), position(31, 10), 'second'),
        ),
        'anchor.geojson': null,
        'occupant.geojson': null,
        'amenity.geojson': null,
      }),
    )
    expect(report.unreachable).toEqual([])
    expect(report.problems.map(({ code, feature: id }) => [code, id])).toEqual([
      ['level-not-step-free', 'second'],
      ['ordinal-to-confirm', 'second'],
    ])
  })

  it('understands labels in `en` under a manifest in `en-US`', () => {
    const english = tinyVenue({
      'manifest.json': JSON.stringify({ version: '1.0.0', language: 'en-US' }),
      'unit.geojson': collection(
        feature('hall', polygon(0, 0, 40, 10), { category: 'walkway', name: { en: 'Hall' }, level_id: 'first' }),
        feature('lab', polygon(0, 10, 20, 20), { category: 'room', name: { en: 'Lab' }, level_id: 'first' }),
      ),
      'opening.geojson': collection(doors[0]),
      'anchor.geojson': null,
      'occupant.geojson': null,
      'amenity.geojson': null,
    })
    expect(reportOf(english).unreachable.map(({ name }) => name.ja)).toEqual(['Lab'])
  })

  it('says why there is no venue', () => {
    expect(reportOf(new Map([['hall.json', '{}']]))).toMatchObject({
      format: null,
      units: 0,
      problems: [{ code: 'format-unknown', feature: 'hall.json' }],
    })
  })

  it('never throws, whatever one value of the archive is replaced by, and neither does a way through it', () => {
    const names = [...tinyVenue().keys()]
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.jsonValue(), (name, choice, value) => {
        const files = tinyVenue({ 'opening.geojson': collection(...doors) })
        const read = readTexts(files.set(name, withOneValueReplaced(files.get(name) ?? '', choice, value)))
        const built = read.venue === null ? null : buildGraph(read.venue)
        const report = venueReport(read, built)
        expect(report.format).toBe(read.venue?.format ?? null)
        expect(report.units).toBe(read.venue?.units.length ?? 0)
        if (read.venue === null || built === null) return
        const guidance = guide(read.venue, built, { from: '入口', to: '市民課', profile: 'step-free' })
        if (guidance.found) expect(guidance.steps.at(-1)?.kind).toBe('arrive')
        else expect(guidance.steps.at(-1)?.kind ?? 'call-staff').toBe('call-staff')
      }),
      { numRuns: 200 },
    )
  })
})
