import { expect, test } from 'vitest'
import { agendaLines, speakerLines } from './pasted-lines.ts'

test('an agenda is taken line by line, with its numbers', () => {
  const items = agendaLines(
    '日程第1　会議録署名議員の指名\n議案第12号\t補正予算（第3号）\n\n  一般質問\n第3 陳情について',
  )
  expect(items.map(({ number, title }) => [number, title])).toEqual([
    ['日程第1', '会議録署名議員の指名'],
    ['議案第12号', '補正予算（第3号）'],
    [undefined, '一般質問'],
    ['第3', '陳情について'],
  ])
})

test('an agenda is taken as councils write it: headings and bullets are not in it, and a bill goes by its own number', () => {
  const items = agendaLines(
    [
      '議事日程第1号',
      '議事日程（第２号）',
      '(3) 議案第45号 令和8年度一般会計補正予算',
      '（4）\t議案第46号\t条例の一部を改正する条例',
      '（５）請願について',
      '① 12 項目の報告',
      '・一般質問',
      '・',
      '- 議会の-改革',
    ].join('\n'),
  )
  expect(items.map(({ number, title }) => [number, title])).toEqual([
    ['議案第45号', '令和8年度一般会計補正予算'],
    ['議案第46号', '条例の一部を改正する条例'],
    ['（５）', '請願について'],
    ['①', '12 項目の報告'],
    [undefined, '一般質問'],
    [undefined, '議会の-改革'],
  ])
})

test('an office before a name is no part of it', () => {
  const speakers = speakerLines(
    '議長　けやき 正子\n副市長\t山田 太郎\n○総務部長 佐藤 一郎\n議長 鈴木 花（みどりの会）\n教育長',
  )
  expect(speakers.map(({ name, party }) => [name, party])).toEqual([
    ['けやき 正子', '議長'],
    ['山田 太郎', '副市長'],
    ['佐藤 一郎', '総務部長'],
    ['鈴木 花', '議長・みどりの会'],
    ['教育長', undefined],
  ])
})

test('names come with their party behind a tab, a comma or in brackets, or without one', () => {
  const speakers = speakerLines('山田 花子\tみどりの会\n佐藤 一郎（市民の声）\n鈴木 次郎、無所属\n市長')
  expect(speakers.map(({ name, party }) => [name, party])).toEqual([
    ['山田 花子', 'みどりの会'],
    ['佐藤 一郎', '市民の声'],
    ['鈴木 次郎', '無所属'],
    ['市長', undefined],
  ])
})
