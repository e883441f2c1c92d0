import { type FeedSnapshot, type NewsItem, rubyParts } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownNews, typed } from './known-news.ts'

const checkedAt = '2026-11-28T13:00:00+09:00'
const item = (id: string, publishedAt: string | null): NewsItem => ({ id, title: id, publishedAt, source: '市' })
const feed = (items: NewsItem[], more: Partial<FeedSnapshot> = {}): FeedSnapshot => ({
  feedId: 'news',
  revision: 1,
  checkedAt,
  state: 'ok',
  attribution: { text: { ja: '市のお知らせ' } },
  data: { kind: 'news', language: 'ja', items },
  ...more,
})
const after = (hours: number): number => Date.parse(checkedAt) + hours * 3_600_000
const three = [
  item('undated', null),
  item('older', '2026-11-27T09:00:00+09:00'),
  item('newer', '2026-11-28T12:00:00+09:00'),
]

test('the newest comes first, what has no time last', () => {
  const known = knownNews(feed(three), after(0))
  expect(known.kind === 'news' && known.items.map(({ id }) => id)).toEqual(['newer', 'older', 'undated'])
})

test('a feed that was switched off, or was never heard, says nothing', () => {
  expect(knownNews(feed(three, { data: null }), after(0))).toEqual({ kind: 'silent' })
  expect(knownNews(feed(three, { checkedAt: null }), after(0))).toEqual({ kind: 'silent' })
  expect(knownNews(null, after(0))).toEqual({ kind: 'silent' })
  expect(knownNews(feed(three), null)).toEqual({ kind: 'silent' })
})

test('after an hour without an answer the news are called old, after a day they are none', () => {
  expect(knownNews(feed(three), after(1))).toMatchObject({ kind: 'news', oldSince: null })
  expect(knownNews(feed(three), after(2))).toMatchObject({ kind: 'news', oldSince: checkedAt })
  expect(knownNews(feed(three), after(25))).toEqual({ kind: 'silent' })
})

test('nothing that was published a month ago, or is yet to come, is news', () => {
  const wrong = [item('history', '2026-10-01T09:00:00+09:00'), item('future', '2026-12-24T09:00:00+09:00')]
  expect(knownNews(feed(wrong), after(0)).kind).toBe('empty')
})

test('no headline is taken for a word with a reading', () => {
  expect(rubyParts(typed('映画《かぐや》の上映会'))).toEqual([{ base: '映画《\u2060かぐや》の上映会', reading: null }])
  const letters = fc.constantFrom('《', '》', '｜', '漢', 'か', 'ア', 'a', '\n')
  fc.assert(
    fc.property(fc.string({ unit: letters }), (text) => {
      expect(rubyParts(typed(text)).every(({ reading }) => reading === null)).toBe(true)
    }),
  )
})
