import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NEWS_TURN_MS, newsPage } from './news-page.ts'

test('in one round every headline stands on the board once, in order, and never more than have room', () => {
  const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(list, fc.float({ min: 0, max: 40, noNaN: true }), fc.nat(), (items, room, round) => {
      const { pages } = newsPage(items, room, 0)
      const begins = round * pages
      const seen = Array.from({ length: pages }, (_, page) => newsPage(items, room, (begins + page) * NEWS_TURN_MS))
      expect(seen.flatMap((page) => page.items)).toEqual(items)
      expect(seen.every((page) => page.items.length <= Math.max(1, room))).toBe(true)
      expect(seen.map(({ page }) => page)).toEqual(seen.map((_, at) => at))
    }),
  )
})
