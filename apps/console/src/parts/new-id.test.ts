import { Id } from '@akari/protocol'
import { expect, test } from 'vitest'
import { newId } from '@akari/scenes'

test('a new id is one the CMS accepts, and never the one before', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(Id.array().parse(ids)).toHaveLength(1000)
  expect(new Set(ids).size).toBe(1000)
})

const PAGES = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '../../../player/src/screen/**/*.{ts,tsx}', '../../../../packages/scenes/src/**/*.{ts,tsx}'],
  { query: '?raw', import: 'default', eager: true },
)

test('no page calls what browsers leave out on plain http', () => {
  const paths = Object.keys(PAGES)
  for (const part of ['../features', 'player/src/screen', 'packages/scenes']) {
    expect(paths.filter((path) => path.includes(part)).length).toBeGreaterThan(5)
  }
  const calling = Object.entries(PAGES).filter(([, source]) => /crypto\.(randomUUID\(|subtle)/.test(source))
  expect(calling.map(([path]) => path)).toEqual([])
})
