import { POSTER_TEMPLATES } from '@akari/protocol'
import { expect, it } from 'vitest'
import { blankPoster } from './blank-poster.ts'
import { KeptPoster, writtenKept } from './kept-poster.ts'

const stored = (kept: KeptPoster): unknown => JSON.parse(JSON.stringify(kept))

it.each(POSTER_TEMPLATES)('keeps a %s of which nothing is written yet', (template) => {
  const kept = writtenKept(blankPoster(template, '2026-11-28'), 0)
  expect(KeptPoster.parse(stored(kept))).toEqual(kept)
})

it('keeps an address that is half written', () => {
  const blank = blankPoster('event', '2026-11-28')
  const poster = { template: 'event' as const, days: { from: '2026-11-28' }, place: { ja: '' }, link: 'https:' }
  const kept = writtenKept({ ...blank, title: { ja: '秋まつり' }, poster }, 3)
  expect(KeptPoster.parse(stored(kept))).toEqual(kept)
})

it('takes nothing that no poster is', () => {
  const kept = writtenKept(blankPoster('event', '2026-11-28'), 0)
  const other = {
    ...kept,
    draft: { ...kept.draft, poster: { template: 'event', days: { from: 'tomorrow' }, place: {} } },
  }
  expect(KeptPoster.safeParse(stored(kept)).success).toBe(true)
  expect(KeptPoster.safeParse(other).success).toBe(false)
  expect(KeptPoster.safeParse({ draft: null, version: 0 }).success).toBe(false)
})
