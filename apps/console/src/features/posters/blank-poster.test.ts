import { POSTER_TEMPLATES } from '@akari/protocol'
import { expect, test } from 'vitest'
import { blankPoster, templateNamed, writtenPoster } from './blank-poster.ts'

const TODAY = '2026-11-27'

test.each(POSTER_TEMPLATES)('a blank %s cannot be saved: it has no title', (template) => {
  expect(writtenPoster(blankPoster(template, TODAY), 0)).toBeNull()
})

test('texts and links that were left empty stay out of what is saved', () => {
  const blank = blankPoster('closure', TODAY)
  const draft = { ...blank, title: { ja: '休館' }, poster: { ...blank.poster, note: { ja: '' }, link: '' } }
  expect(writtenPoster(draft, 3)).toEqual({
    title: { ja: '休館' },
    poster: { template: 'closure', days: { from: TODAY } },
    pictureId: null,
    version: 3,
  })
})

test('a text that is written in English alone is not thrown away: Japanese is missing', () => {
  const blank = blankPoster('closure', TODAY)
  const draft = { ...blank, title: { ja: '休館' }, poster: { ...blank.poster, note: { ja: '', en: 'Closed' } } }
  expect(writtenPoster(draft, 0)).toBeNull()
})

test('an unknown template begins as a notice', () => {
  expect([templateNamed('waste'), templateNamed('none'), templateNamed(null)]).toEqual(['waste', 'notice', 'notice'])
})
