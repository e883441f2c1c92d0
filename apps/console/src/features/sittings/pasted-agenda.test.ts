import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaLines } from './pasted-lines.ts'

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
    ['（5）', '請願について'],
    ['①', '12 項目の報告'],
    [undefined, '一般質問'],
    [undefined, '議会の-改革'],
  ])
})

test('several numbers of one item are one number, and figures are of one width', () => {
  const items = agendaLines(
    [
      '日程第5・日程第6　議案第45号及び議案第46号',
      '日程第７～日程第９ 請願',
      '日程第10から第12まで　陳情',
      '議案第１２号、議案第１３号　補正予算（第３号）',
      '議案第45号、議案第46号の一括上程',
      '（８）　一般質問',
      '(9)陳情第３号',
      '(10)',
    ].join('\n'),
  )
  expect(items.map(({ number, title }) => [number, title])).toEqual([
    ['日程第5・日程第6', '議案第45号及び議案第46号'],
    ['日程第7～日程第9', '請願'],
    ['日程第10から第12まで', '陳情'],
    ['議案第12号、議案第13号', '補正予算（第３号）'],
    [undefined, '議案第45号、議案第46号の一括上程'],
    ['（8）', '一般質問'],
    ['(9)', '陳情第３号'],
    [undefined, '(10)'],
  ])
})

test('a number that is pasted is in the row, however it is written, and its title behind it', () => {
  const figure = fc.integer({ min: 1, max: 999 })
  const width = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  )
  const kind = fc.constantFrom(['日程第', ''], ['議案第', '号'], ['陳情第', '号'], ['第', ''])
  const joint = fc.constantFrom('・', '、', '～', '〜', '及び')
  const gap = fc.constantFrom(' ', '　', '\t', '：')
  const title = fc.constantFrom('会期の決定', '補正予算（第3号）', '一般質問')
  fc.assert(
    fc.property(
      kind,
      fc.array(figure, { minLength: 1, maxLength: 3 }),
      joint,
      width,
      gap,
      title,
      (of, all, by, wide, between, said) => {
        const number = all.map((one) => `${of[0]}${one}${of[1]}`).join(by)
        expect(agendaLines(`${wide(number)}${between}${said}`)).toMatchObject([{ number, title: said }])
      },
    ),
  )
})
