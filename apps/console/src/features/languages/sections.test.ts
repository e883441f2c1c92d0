import type { PhraseInReview, PhraseReport } from '@akari/protocol'
import { expect, test } from 'vitest'
import { filtered, inSections, partOf } from './sections.ts'

function phrase(key: string, group: PhraseInReview['group'], more: Partial<PhraseInReview> = {}): PhraseInReview {
  return { key, group, texts: { ja: key, en: `English of ${key}` }, status: 'waiting', before: null, ...more }
}

const PHRASES = [
  phrase('areas.building', 'alerts'),
  phrase('alerts.flood4.headline', 'alerts', { status: 'confirmed' }),
  phrase('alerts.flood4.instruction', 'alerts', { status: 'changed' }),
  phrase('endings.cleared.headline', 'endings', { texts: { ja: '解除', 'ja-x-easy': '終《お》わり' } }),
  phrase('evacuation.orders.order.plain', 'templates'),
  phrase('evacuation.orders.order.instruction', 'templates'),
]

test('a headline and its instruction stand together, and names apart from the alerts', () => {
  expect(inSections(PHRASES).map(({ section, units }) => [section, units.map(({ id }) => id)])).toEqual([
    ['alerts', ['alerts.flood4']],
    ['endings', ['endings.cleared']],
    ['templates', ['evacuation.orders.order']],
    ['names', ['areas.building']],
  ])
  expect(PHRASES.map(({ key }) => partOf(key))).toEqual([
    null,
    'headline',
    'instruction',
    'headline',
    'headline',
    'instruction',
  ])
})

test('finds what waits, what was reported, and any word in any language', () => {
  const report = { key: 'areas.building', ended: null } as PhraseReport
  const settled = { key: 'alerts.flood4.headline', ended: { as: 'resolved' } } as PhraseReport
  const find = (...how: [Parameters<typeof filtered>[2], string]) =>
    filtered(PHRASES, [report, settled], ...how).map(({ key }) => key)
  expect(find('all', '')).toHaveLength(6)
  expect(find('waiting', '')).not.toContain('alerts.flood4.headline')
  expect(find('waiting', '')).toHaveLength(5)
  expect(find('reported', '')).toEqual(['areas.building'])
  expect(find('all', 'English FLOOD4')).toEqual(['alerts.flood4.headline', 'alerts.flood4.instruction'])
  expect(find('all', '終わり')).toEqual(['endings.cleared.headline'])
})
