import type { OrderedArea, Town } from '@akari/protocol'
import { expect, test } from 'vitest'
import { isChosen, toggled, wholeTown } from './ordered-area.ts'

const HONCHO: Town = { id: 'honcho', name: { ja: '本町' }, blocks: 3 }
const EAST: Town = { id: 'east', name: { ja: '東町' }, blocks: 2 }
const NOTHING: OrderedArea = { kind: 'towns', towns: [] }

test('丁目 are put together in their order; all of them are the whole town, none is nothing', () => {
  const two = toggled(toggled(NOTHING, HONCHO, 3), HONCHO, 1)
  expect(two).toEqual({ kind: 'towns', towns: [{ townId: 'honcho', blocks: [1, 3] }] })
  const all = toggled(two, HONCHO, 2)
  expect(all).toEqual({ kind: 'towns', towns: [{ townId: 'honcho', blocks: [] }] })
  expect(isChosen(all, HONCHO, null)).toBe(true)
  expect(toggled(all, HONCHO, 2)).toEqual(two)
  expect(toggled(toggled(two, HONCHO, 1), HONCHO, 3)).toEqual(NOTHING)
})

test('a town is pressed as a whole and let go as a whole', () => {
  const both = wholeTown(toggled(NOTHING, EAST, 1), HONCHO)
  expect([isChosen(both, HONCHO, 2), isChosen(both, EAST, 1), isChosen(both, EAST, 2)]).toEqual([true, true, false])
  expect(wholeTown(both, HONCHO)).toEqual(toggled(NOTHING, EAST, 1))
})

test('the whole city is every town', () => {
  expect(isChosen({ kind: 'whole' }, EAST, 2)).toBe(true)
})
