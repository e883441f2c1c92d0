import { expect, test } from 'vitest'
import { movedUp } from './moved-up.ts'

const [a, b, c] = [
  { id: 'a', position: 0 },
  { id: 'b', position: 1 },
  { id: 'c', position: 2 },
]

test('what goes up changes places with the one before it, and nothing else moves', () => {
  expect(movedUp([a, b, c], c)).toEqual([
    { each: c, position: 1 },
    { each: b, position: 2 },
  ])
  expect(movedUp([a, b, c], a)).toEqual([])
})

test('places that were taken twice are put in order', () => {
  const twice = [a, { id: 'x', position: 0 }, b]
  expect(movedUp(twice, b).map(({ each, position }) => `${each.id}${position}`)).toEqual(['x2'])
})
