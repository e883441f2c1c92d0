import type { DraftItem } from '@akari/protocol'
import { expect, it } from 'vitest'
import { axisOf, datesOf, type Dated } from './validity-axis.ts'

const NOW = Date.parse('2026-12-01T00:00:00Z')
const day = (days: number): string => new Date(NOW + days * 86_400_000).toISOString()
const item = (validFrom: string | null, validUntil: string | null): DraftItem => ({
  id: 'a',
  seconds: 10,
  scene: { kind: 'asset', assetId: 'file' },
  validFrom,
  validUntil,
})
const axis = (...dated: Dated[]) => axisOf(dated, NOW, () => [day(0)])

it('what is always shown has no dates, and of two the narrower counts', () => {
  expect(datesOf(item(null, null), [], 'file')).toBeNull()
  expect(datesOf(item(day(2), null), [], 'file')).toEqual({ id: 'a', from: day(2), until: null })
})

it('an axis is four weeks long at least and begins three days ago', () => {
  const { bars, ticks, nowAt } = axis({ id: 'a', from: day(-3), until: day(11) })
  expect(bars).toMatchObject([{ left: 0, width: 50, state: 'now' }])
  expect(nowAt).toBeCloseTo((3 / 28) * 100)
  expect(ticks).toEqual([{ at: day(0), left: nowAt }])
})

it('what has no end runs to the end of the axis, and what is far away stays on it', () => {
  const [open, far] = axis({ id: 'a', from: day(4), until: null }, { id: 'b', from: day(400), until: day(401) }).bars
  expect((open?.left ?? 0) + (open?.width ?? 0)).toBeCloseTo(100)
  expect(open?.state).toBe('coming')
  expect((far?.left ?? 0) + (far?.width ?? 0)).toBeCloseTo(100)
})

it('tells what is over from what never comes', () => {
  const { bars } = axis({ id: 'a', from: null, until: day(-1) }, { id: 'b', from: day(5), until: day(5) })
  expect(bars.map(({ state }) => state)).toEqual(['past', 'never'])
})
