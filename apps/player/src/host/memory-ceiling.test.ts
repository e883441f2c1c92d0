import { expect, test } from 'vitest'
import { isDueForReload } from './memory-ceiling.ts'

const page = { mb: 1_300, ceilingMb: 1_200, quiet: true, nowMs: 10_000_000, reloadedMs: null }

test('a page within its ceiling is left alone', () => {
  expect(isDueForReload({ ...page, mb: 1_200 })).toBe(false)
})

test('a page over it waits for a quiet moment, but not for ever', () => {
  expect(isDueForReload(page)).toBe(true)
  expect(isDueForReload({ ...page, quiet: false })).toBe(false)
  expect(isDueForReload({ ...page, quiet: false, mb: 1_801 })).toBe(true)
})

test('what loading anew did not mend is not tried again within ten minutes', () => {
  expect(isDueForReload({ ...page, reloadedMs: page.nowMs - 599_999 })).toBe(false)
  expect(isDueForReload({ ...page, reloadedMs: page.nowMs - 600_000 })).toBe(true)
})
