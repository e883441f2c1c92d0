import { expect, test } from 'vitest'
import { floorsFromTop, placeOf, roomAt } from './floors.ts'
import { placeOptions } from './place-options.ts'
import { selectedOf } from './selected.ts'
import { smallVenue } from '../testing/small-venue.ts'

const model = smallVenue()

test('a desk in a hall is in the room, not in the hall', () => {
  expect(roomAt(model, 'first', [2, 2])?.id).toBe('desk')
  expect(roomAt(model, 'first', [12, 5])?.id).toBe('lobby')
  expect(roomAt(model, 'second', [2, 2])?.id).toBe('library')
  expect(roomAt(model, 'first', [50, 5])).toBeNull()
})

test('floors come from the top, with all levels of one height together', () => {
  const levels = [...model.levels, { ...model.levels[0], id: 'yard', ordinal: 0 }]
  expect(floorsFromTop(levels).map(({ ordinal, levels: here }) => [ordinal, here.length])).toEqual([
    [1, 1],
    [0, 2],
  ])
})

test('places are chosen by name, an office rather than the room it is in', () => {
  const places = placeOptions(model, 'any', ({ ja }) => ja)
  expect(places.map(({ group, items }) => [group, items.map(({ label }) => label)])).toEqual([
    ['2F', ['Library']],
    ['1F', ['Citizens', 'Lobby', 'Reception']],
  ])
})

test('everything of a plan can be found, and a file cannot', () => {
  expect(placeOf(model, 'citizens')).toMatchObject({ levelId: 'first', at: [2, 2] })
  expect(placeOf(model, 'second')?.levelId).toBe('second')
  expect(placeOf(model, 'unit.geojson')).toBeNull()
  expect(selectedOf(model, 'k1')).toMatchObject({ kind: 'kiosk', it: { id: 'k1' } })
  expect(selectedOf(model, 'nobody')).toBeNull()
})
