import { describe, expect, it } from 'vitest'
import { readTexts } from '../testing/read-files.ts'
import { collection, feature, point, position, tinyVenue } from '../testing/tiny-venue.ts'

describe('two things of one id', () => {
  it('in two files are reported, and the first is kept', () => {
    const door = { type: 'LineString', coordinates: [position(9, 10), position(11, 10)] }
    const opening = feature('citizens', door, { category: 'pedestrian', level_id: 'first' })
    const { venue, problems } = readTexts(tinyVenue({ 'opening.geojson': collection(opening) }))
    expect(problems).toEqual([
      { code: 'duplicate-id', file: 'opening.geojson', featureId: 'citizens', detail: 'unit.geojson' },
    ])
    expect(venue?.openings).toEqual([])
    expect(venue?.units.map(({ id }) => id)).toContain('citizens')
  })

  it('take the links with them that led to what is left out', () => {
    const network = collection(
      feature('hall', point(5, 5), { level_id: 'first' }),
      feature('b', point(9, 5), { level_id: 'first' }),
      feature('l', null, { from: 'hall', to: 'b' }),
      feature('b', null, { from: 'b', to: 'b' }),
    )
    const { venue, problems } = readTexts(tinyVenue({ 'network.geojson': network }))
    expect(problems.map(({ code, featureId }) => `${code} ${featureId ?? ''}`)).toEqual([
      'duplicate-id hall',
      'duplicate-id b',
      'link-dangling l',
    ])
    expect(venue?.network?.links).toEqual([])
  })
})
