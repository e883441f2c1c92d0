import { expect, test } from 'vitest'
import { sampleDisplay } from './testing/sample-display.ts'
import { firstPublished } from './use-city.ts'

test('the city is named by a display that has a programme, also when the first has none', () => {
  const fresh = sampleDisplay({ id: 'new', status: 'unpaired', publishedRevision: null })
  expect(firstPublished([fresh, sampleDisplay({ id: 'lobby' })])).toBe('lobby')
  expect(firstPublished([fresh])).toBeNull()
})
