import { expect, test } from 'vitest'
import { blankPoster } from './blank-poster.ts'
import { historyOf } from '../../parts/history.ts'
import { differ, differingTexts, editedPoster } from './poster-history.ts'

const blank = blankPoster('notice', '2026-11-27')
const titled = (ja: string) => ({ ...blank, title: { ja } })

test('typing on is one step, which can be taken back and brought again', () => {
  let history = historyOf(blank)
  for (const ja of ['休', '休館'])
    history = editedPoster(history, { type: 'changed', draft: titled(ja), about: 'title' })
  history = editedPoster(history, { type: 'changed', draft: { ...titled('休館'), pictureId: 'a' }, about: 'picture' })
  expect(history.past).toHaveLength(2)
  history = editedPoster(editedPoster(history, { type: 'undone' }), { type: 'undone' })
  expect(differ(history.present, blank)).toBe(false)
  history = editedPoster(history, { type: 'redone' })
  expect(history.present.title.ja).toBe('休館')
})

test('with nothing to take back or bring again it stays as it is', () => {
  const history = historyOf(blank)
  expect(editedPoster(history, { type: 'undone' })).toBe(history)
  expect(editedPoster(history, { type: 'redone' })).toBe(history)
})

test('of two versions it names the texts that only the one has, in each language', () => {
  const theirs = titled('休館のお知らせ')
  const mine = {
    ...theirs,
    title: { ja: '休館のお知らせ', en: 'Closed' },
    poster: blankPoster('notice', '2026-11-27').poster,
  }
  expect(differingTexts(mine, theirs)).toEqual([{ path: 'title', language: 'en', text: 'Closed' }])
  expect(differingTexts(theirs, mine)).toEqual([])
})
