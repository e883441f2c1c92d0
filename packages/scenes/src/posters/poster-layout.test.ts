import { expect, test } from 'vitest'
import { layoutFor } from './poster-layout.ts'

test('a title of short words stands at the side, one with a long word over the whole width', () => {
  expect(layoutFor('notice', { ja: '窓口で働く人を募集します' }, 'ja')).toBe('side')
  expect(layoutFor('notice', { ja: 'マイナンバーカードの更新' }, 'ja')).toBe('band')
  expect(layoutFor('notice', { ja: '題', en: 'Renew your My Number Card' }, 'en')).toBe('side')
  expect(layoutFor('notice', { ja: '題', en: 'Telecommunications' }, 'en')).toBe('band')
})

test('a reading above a word makes it no wider', () => {
  expect(layoutFor('notice', { ja: '題', 'ja-x-easy': '選挙《せんきょ》の お知《し》らせ' }, 'ja-x-easy')).toBe('side')
})

test('a long word in the title of a poster with a drawing leaves the drawing at the side', () => {
  expect(layoutFor('election', { ja: '小金井市長選挙' }, 'ja')).toBe('side')
  expect(layoutFor('recruitment', { ja: '小金井市長選挙' }, 'ja')).toBe('band')
})
