import { expect, test } from 'vitest'
import { shortened } from './reading-room.ts'

test('the longest text gives way, by what all of them are too long', () => {
  const texts = [
    { field: 'title', letters: 20 },
    { field: 'body', letters: 100 },
    { field: 'contact', letters: 10 },
  ]
  expect(shortened(texts, 0.8)).toEqual({ field: 'body', letters: 50 })
  expect(shortened(texts, 0.3)).toEqual({ field: 'body', letters: null })
  expect(shortened([], 0.5)).toBeNull()
})
