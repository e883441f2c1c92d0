import { NO_EDITS } from '@akari/wayfinding'
import { expect, test } from 'vitest'
import { selectedOf } from '../model/selected.ts'
import { smallVenue } from '../testing/small-venue.ts'
import { directionOf, isRemovable, movedOn, movedTo, removedFrom } from './in-hand.ts'

const model = smallVenue()
const selected = (id: string) => {
  const found = selectedOf(model, id)
  if (found === null) throw new Error(id)
  return found
}

test('an office that is moved is in the room it stands in then', () => {
  expect(movedTo(model, selected('citizens'), [12, 6])?.(NO_EDITS).occupants).toMatchObject([
    { at: [12, 6], unitId: 'lobby' },
  ])
  expect(movedOn(model, selected('citizens'), [0.5, 0])?.(NO_EDITS).occupants).toMatchObject([
    { at: [2.5, 2], unitId: 'desk' },
  ])
})

test('a display keeps its direction when it is moved', () => {
  expect(movedOn(model, selected('k1'), [0, -0.1])?.(NO_EDITS).kiosks).toMatchObject([{ at: [5, 4.9], facingDeg: 90 }])
})

test('rooms stay where they were built', () => {
  expect(movedTo(model, selected('lobby'), [1, 1])).toBeNull()
  expect(isRemovable(selected('lobby'))).toBe(false)
  const kiosk = selected('k1')
  expect(isRemovable(kiosk) ? removedFrom(model, kiosk)(NO_EDITS).removedKioskIds : null).toEqual(['k1'])
})

test('directions count clockwise from up', () => {
  expect([
    directionOf([0, 0], [0, -1]),
    directionOf([0, 0], [1, 0]),
    directionOf([0, 0], [0, 1]),
    directionOf([0, 0], [-1, 0]),
  ]).toEqual([0, 90, 180, 270])
})
