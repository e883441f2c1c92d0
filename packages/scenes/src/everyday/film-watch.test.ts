import { expect, test } from 'vitest'
import { FROZEN_AFTER_MS, lookAtFilm } from './film-watch.ts'

test('a film that goes on is not frozen, however long it runs', () => {
  let watch = lookAtFilm(null, { seen: '0', nowMs: 0 }).watch
  for (let second = 1; second <= 60; second += 1) {
    const look = lookAtFilm(watch, { seen: String(second), nowMs: second * 1000 })
    expect(look.isFrozen).toBe(false)
    watch = look.watch
  }
})

test('a picture that stands for ten seconds is frozen, one that moves again just before is not', () => {
  const { watch } = lookAtFilm(null, { seen: 'a', nowMs: 5000 })
  expect(lookAtFilm(watch, { seen: 'a', nowMs: 5000 + FROZEN_AFTER_MS - 1 }).isFrozen).toBe(false)
  expect(lookAtFilm(watch, { seen: 'a', nowMs: 5000 + FROZEN_AFTER_MS }).isFrozen).toBe(true)
  expect(lookAtFilm(watch, { seen: 'b', nowMs: 5000 + FROZEN_AFTER_MS }).isFrozen).toBe(false)
})
