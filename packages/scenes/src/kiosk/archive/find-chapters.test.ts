import type { ArchivedChapter, Ruby } from '@akari/protocol'
import { expect, test } from 'vitest'
import { findChapters, inOrderOfTime } from './find-chapters.ts'
import { findSaid, indexSaid } from './find-said.ts'

const CHAPTERS: ArchivedChapter[] = [
  { startMs: 0, title: { ja: '開会' } },
  {
    startMs: 1,
    number: '日程第2',
    title: { ja: '補正予算', 'ja-x-easy': '新《あたら》しい 予算《よさん》', en: 'Supplementary budget' },
  },
]
const TITLES: Ruby[] = [
  [[0, 2, 'かいかい']],
  [
    [0, 2, 'ほせい'],
    [2, 2, 'よさん'],
  ],
]

test('an item is found by its number and by its title, in kana and in every language', () => {
  const found = (query: string, titles = TITLES) =>
    findChapters(CHAPTERS, titles, { query, language: 'ja' }).map(({ startMs }) => startMs)
  for (const query of ['補正予算', 'ほせいよさん', 'ホセイ', 'BUDGET', '新しい予算', 'あたらしい', '日程 第２']) {
    expect(found(query)).toEqual([1])
  }
  expect(found('かいかい')).toEqual([0])
  for (const query of ['', '、', 'けっさん']) expect(found(query)).toEqual([])
  expect(found('ほせい', [])).toEqual([])
  expect(found('補正', [])).toEqual([1])
})

test('it is shown in the reader’s language where it is found in it, or by its number, else in the one in which it is', () => {
  const shown = (query: string, language: 'ja' | 'en') =>
    findChapters(CHAPTERS, TITLES, { query, language }).map(({ text }) => text)
  expect(shown('budget', 'en')).toEqual(['Supplementary budget'])
  expect(shown('budget', 'ja')).toEqual(['Supplementary budget'])
  expect(shown('ほせい', 'en')).toEqual(['補正予算'])
  expect(shown('新しい', 'ja')).toEqual(['新しい 予算'])
  for (const number of ['日程第2', 'item 2']) expect(shown(number, 'en')).toEqual(['Supplementary budget'])
})

test('what was said and the items of the agenda are in order of time, an item before what is said as it begins', () => {
  const segments = [0, 1, 2].map((startMs) => ({
    startMs,
    endMs: startMs,
    speaker: null,
    said: { ja: { text: '補正予算' } },
  }))
  const items = findChapters(CHAPTERS, TITLES, { query: '補正', language: 'ja' })
  const said = findSaid(indexSaid({ format: 1, segments }, 'ja'), '補正')
  expect(inOrderOfTime(items, said).map(({ kind, startMs }) => `${kind} ${startMs}`)).toEqual([
    'said 0',
    'item 1',
    'said 1',
    'said 2',
  ])
})
