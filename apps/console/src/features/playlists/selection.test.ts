import { expect, test } from 'vitest'
import { NOTHING, type Selection, touched, touchOf } from './selection.ts'

const ORDER = ['a', 'b', 'c', 'd']
const after = (...touches: [string, 'only' | 'toggle' | 'range'][]): Selection =>
  touches.reduce((selection, [id, touch]) => touched(selection, ORDER, id, touch), NOTHING)

test('a click selects one, ctrl adds and takes away', () => {
  expect([...after(['a', 'only'], ['b', 'only']).ids]).toEqual(['b'])
  expect([...after(['a', 'only'], ['c', 'toggle']).ids]).toEqual(['a', 'c'])
  expect([...after(['a', 'only'], ['c', 'toggle'], ['a', 'toggle']).ids]).toEqual(['c'])
})

test('shift selects from the anchor in either direction, and shrinks again', () => {
  expect([...after(['b', 'only'], ['d', 'range']).ids]).toEqual(['b', 'c', 'd'])
  expect([...after(['b', 'only'], ['d', 'range'], ['c', 'range']).ids]).toEqual(['b', 'c'])
  expect([...after(['c', 'only'], ['a', 'range']).ids]).toEqual(['a', 'b', 'c'])
})

test('shift without an anchor that is still there selects the one', () => {
  expect([...after(['c', 'range']).ids]).toEqual(['c'])
  expect([...after(['gone', 'only'], ['c', 'range']).ids]).toEqual(['c'])
})

test('shift goes before ctrl, and the Mac key is ctrl', () => {
  const keys = { shiftKey: false, ctrlKey: false, metaKey: false }
  expect(touchOf(keys)).toBe('only')
  expect(touchOf({ ...keys, metaKey: true })).toBe('toggle')
  expect(touchOf({ ...keys, ctrlKey: true, shiftKey: true })).toBe('range')
})
