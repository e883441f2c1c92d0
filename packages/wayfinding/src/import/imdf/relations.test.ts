import { describe, expect, it } from 'vitest'
import { venueIn } from '../../testing/read-files.ts'
import { collection, feature, polygon, tinyVenue } from '../../testing/tiny-venue.ts'

const unit = (id: string, level: string) =>
  feature(id, polygon(0, 0, 4, 4), { category: 'escalator', name: null, level_id: level })

function relations(...features: unknown[]) {
  return venueIn(
    tinyVenue({
      'unit.geojson': collection(unit('low', 'first'), unit('high', 'second'), unit('desk', 'first')),
      'anchor.geojson': null,
      'occupant.geojson': null,
      'amenity.geojson': null,
      'relationship.geojson': collection(...features),
    }),
  ).relations
}
const end = (id: string) => ({ id, feature_type: 'unit' })

describe('relationships', () => {
  it('join units, through those in between, in their direction', () => {
    const stairs = {
      category: 'stairs',
      direction: 'undirected',
      origin: end('low'),
      destination: end('high'),
      hours: null,
    }
    const moving = { ...stairs, category: 'escalator', direction: 'directed', intermediary: [end('desk')] }
    expect(relations(feature('a', null, stairs), feature('b', null, moving))).toEqual([
      { id: 'a', from: 'low', to: 'high', kind: 'stairs', oneWay: false, hours: null },
      { id: 'b', from: 'low', to: 'desk', kind: 'escalator', oneWay: true, hours: null },
      { id: 'b', from: 'desk', to: 'high', kind: 'escalator', oneWay: true, hours: null },
    ])
  })

  it('say nothing where they are of other things than units', () => {
    const other = { category: 'traversal', direction: 'directed', origin: end('kiosk'), destination: null }
    expect(relations(feature('c', null, other))).toEqual([])
  })
})
