import type { ArchivedChapter, Ruby } from '@akari/protocol'
import { expect, test } from 'vitest'
import { findChapters } from './find-chapters.ts'

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
  const found = (query: string, titles = TITLES) => findChapters(CHAPTERS, titles, query).map(({ startMs }) => startMs)
  for (const query of ['補正予算', 'ほせいよさん', 'ホセイ', 'BUDGET', '新しい予算', '日程 第２']) {
    expect(found(query)).toEqual([1])
  }
  expect(found('かいかい')).toEqual([0])
  for (const query of ['', '、', 'けっさん', 'あたらしい']) expect(found(query)).toEqual([])
  expect(found('ほせい', [])).toEqual([])
  expect(found('補正', [])).toEqual([1])
})
