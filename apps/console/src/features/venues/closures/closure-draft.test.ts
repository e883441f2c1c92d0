import { expect, test } from 'vitest'
import { corner, missingOf, NO_CLOSURE, REASONS, toggled } from './closure-draft.ts'

const px = ([ax, ay]: readonly number[], [bx, by]: readonly number[]) =>
  Math.hypot((bx ?? 0) - (ax ?? 0), (by ?? 0) - (ay ?? 0)) * 10
const reason = { ja: '工事中' }

test('what is touched twice is open again', () => {
  const closed = toggled(toggled(NO_CLOSURE, 'a'), 'b')
  expect(closed.featureIds).toEqual(['a', 'b'])
  expect(toggled(closed, 'a').featureIds).toEqual(['b'])
})

test('says what is missing, the place first', () => {
  const place = toggled(NO_CLOSURE, 'exit')
  expect(missingOf(NO_CLOSURE)).toBe('place')
  expect(missingOf(place)).toBe('reason')
  expect(missingOf({ ...place, reason })).toBeNull()
  const [from, until] = ['2026-11-28T12:00:00+09:00', '2026-11-28T11:00:00+09:00']
  expect(missingOf({ ...place, reason, from, until })).toBe('order')
  expect(missingOf({ ...place, reason, until })).toBeNull()
})

test('a zone is closed by touching its first corner again, from three corners on', () => {
  const two = corner(corner([], [0, 0], px).ring, [5, 0], px)
  expect(corner(two.ring, [0.5, 0], px)).toEqual({
    ring: [
      [0, 0],
      [5, 0],
      [0.5, 0],
    ],
    isClosed: false,
  })
  const three = corner(two.ring, [5, 5], px)
  expect(corner(three.ring, [0.5, 0], px)).toEqual({ ring: three.ring, isClosed: true })
})

test('every reason at hand says itself in the languages that visitors choose', () => {
  for (const texts of Object.values(REASONS))
    expect(Object.keys(texts)).toEqual(['ja', 'ja-x-easy', 'en', 'zh-Hans', 'ko'])
})
