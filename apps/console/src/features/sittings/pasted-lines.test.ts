import { expect, test } from 'vitest'
import { agendaOf, speakersOf } from './pasted-lines.ts'

test('an agenda is taken line by line, with its numbers', () => {
  const items = agendaOf('日程第1　会議録署名議員の指名\n議案第12号\t補正予算（第3号）\n\n  一般質問\n第3 陳情について')
  expect(items.map(({ number, title }) => [number, title.ja])).toEqual([
    ['日程第1', '会議録署名議員の指名'],
    ['議案第12号', '補正予算（第3号）'],
    [undefined, '一般質問'],
    ['第3', '陳情について'],
  ])
  expect(new Set(items.map(({ id }) => id)).size).toBe(4)
})

test('names come with their party behind a tab, a comma or in brackets, or without one', () => {
  const speakers = speakersOf('山田 花子\tみどりの会\n佐藤 一郎（市民の声）\n鈴木 次郎、無所属\n市長')
  expect(speakers.map(({ name, party }) => [name.ja, party?.ja])).toEqual([
    ['山田 花子', 'みどりの会'],
    ['佐藤 一郎', '市民の声'],
    ['鈴木 次郎', '無所属'],
    ['市長', undefined],
  ])
})
