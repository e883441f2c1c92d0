import { expect, test } from 'vitest'
import { nthOfSitting } from './recordings-of-sitting.ts'

test('a recording is counted among those of its sitting, the oldest first, where there are several', () => {
  const newest = { id: 'c', sittingId: 's', captionsId: 't' }
  const other = { id: 'x', sittingId: 'z', captionsId: 'y' }
  const oldest = { id: 'a', sittingId: 's', captionsId: 't' }
  const all = [newest, other, oldest]
  expect(all.map((each) => nthOfSitting(each, all))).toEqual([2, null, 1])
})

test('where the sitting is gone, its transcript says what belongs together', () => {
  const all = [
    { id: 'b', sittingId: null, captionsId: 't' },
    { id: 'a', sittingId: null, captionsId: 't' },
    { id: 'c', sittingId: null, captionsId: null },
    { id: 'd', sittingId: null, captionsId: null },
  ]
  expect(all.map((each) => nthOfSitting(each, all))).toEqual([2, 1, null, null])
})
