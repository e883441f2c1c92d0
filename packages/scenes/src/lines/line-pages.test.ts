import type { SceneContent } from '@akari/protocol'
import { expect, test } from 'vitest'
import { linePages, pageMs } from './line-pages.ts'

const notice: SceneContent = {
  kind: 'notice',
  title: { ja: '水道工事', en: 'Water works' },
  body: { ja: '明日は\n断水します。', en: 'No water tomorrow.' },
}

test('a notice stands on one line, title first', () => {
  expect(linePages(notice, 'ja', 40)).toEqual([{ text: '水道工事　明日は 断水します。', language: 'ja' }])
  expect(linePages(notice, 'en', 40)).toEqual([{ text: 'Water works – No water tomorrow.', language: 'en' }])
})

test('what is longer than the line goes on page by page, and nothing of it is lost', () => {
  const pages = linePages(notice, 'ja', 8)
  expect(pages.length).toBeGreaterThan(1)
  expect(
    pages
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, ''),
  ).toBe('水道工事明日は断水します。')
})

test('a text that is missing in a language stands in the next one, apart from what is there', () => {
  const half: SceneContent = { ...notice, body: { ja: '断水します。' } }
  expect(linePages(half, 'en', 40).map(({ language }) => language)).toEqual(['en', 'ja'])
})

test('no page is wider than the line, however long a word is', () => {
  const long: SceneContent = { kind: 'live', title: { ja: 'マイナンバーカードコンビニエンスストア' }, streamId: 's' }
  for (const { text } of linePages(long, 'ja', 8)) expect(text.length).toBeLessThanOrEqual(8)
})

test('anything else says its title', () => {
  const live: SceneContent = { kind: 'live', title: { ja: '市議会中継' }, streamId: 'council' }
  expect(linePages(live, 'ja', 40)).toEqual([{ text: '市議会中継', language: 'ja' }])
})

test('pages share the time of their item, but none goes before it can be read', () => {
  expect(pageMs(30, 3)).toBe(10_000)
  expect(pageMs(6, 3)).toBe(4000)
})
