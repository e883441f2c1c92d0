import { expect, test } from 'vitest'
import { moved, put } from '../model/changes.ts'
import { inRank, ranked } from './ranks.ts'

const errand = (id: string, rank: number | null) => ({ id, rank, name: { ja: id }, placeId: 'x', words: [] })
const ids = (errands: readonly { id: string; rank: number | null }[]) =>
  errands.map(({ id, rank }) => `${id}${rank ?? ''}`)

test('what is on the first page comes first, the others keep their order', () => {
  expect(ids(inRank([errand('b', null), errand('c', 1), errand('a', null), errand('d', 0)]))).toEqual([
    'd0',
    'c1',
    'b',
    'a',
  ])
})

test('ranks follow the order of the list, without gaps', () => {
  const listed = inRank([errand('a', 0), errand('b', 4), errand('c', 7), errand('d', null)])
  expect(ids(ranked(moved(listed, 2, 0)))).toEqual(['c0', 'a1', 'b2', 'd'])
})

test('what comes onto the first page comes last there, wherever it was written', () => {
  const written = [errand('c', null), errand('a', 1), errand('b', 0)]
  expect(ids(ranked(inRank(put(written, errand('c', 99)))))).toEqual(['b0', 'a1', 'c2'])
})
