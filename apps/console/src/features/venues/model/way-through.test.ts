import type { ModelOpening, ModelUnit } from '@akari/protocol'
import { expect, it } from 'vitest'
import { wayThrough } from './way-through.ts'

const room = (id: string, x: number): ModelUnit =>
  ({
    id,
    levelId: 'ground',
    shape: [
      [
        [
          [x, 0],
          [x + 4, 0],
          [x + 4, 4],
          [x, 4],
        ],
      ],
    ],
  }) as unknown as ModelUnit
const ROOMS = [room('west', 0), room('east', 4)]
const door = (x: number, oneWay?: ModelOpening['oneWay']): ModelOpening =>
  ({
    id: 'door',
    levelId: 'ground',
    line: [
      [x, 1],
      [x, 3],
    ],
    ...(oneWay === undefined ? {} : { oneWay }),
  }) as ModelOpening

it('leads into the room that a door opens to, whichever way its line was drawn', () => {
  expect(wayThrough(door(4, { into: 'east' }), ROOMS)).toEqual([
    [3, 2],
    [5, 2],
  ])
  expect(wayThrough(door(4, { into: 'west' }), ROOMS)).toEqual([
    [5, 2],
    [3, 2],
  ])
  const turned = {
    ...door(4, { into: 'east' }),
    line: [
      [4, 3],
      [4, 1],
    ] as ModelOpening['line'],
  }
  expect(wayThrough(turned, ROOMS)).toEqual([
    [3, 2],
    [5, 2],
  ])
})

it('leads out of the building where the door does', () => {
  expect(wayThrough(door(8, { into: null }), ROOMS)).toEqual([
    [7, 2],
    [9, 2],
  ])
  expect(wayThrough(door(0, { into: null }), ROOMS)).toEqual([
    [1, 2],
    [-1, 2],
  ])
})

it('is none of a door for both ways, nor where both sides look alike', () => {
  expect(wayThrough(door(4), ROOMS)).toBeNull()
  expect(wayThrough(door(4, { into: null }), ROOMS)).toBeNull()
  expect(wayThrough(door(4, { into: 'gone' }), ROOMS)).toBeNull()
  expect(
    wayThrough(
      {
        ...door(4, { into: 'east' }),
        line: [
          [4, 1],
          [4, 1],
        ],
      },
      ROOMS,
    ),
  ).toBeNull()
})
