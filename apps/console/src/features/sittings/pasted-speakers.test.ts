import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speakerLines } from './pasted-lines.ts'

test('names are told from what is said of them, as minutes and lists of seats write them', () => {
  const speakers = speakerLines(
    [
      '○議長（山田花子君）',
      '○1番（田中太郎君）',
      '山田花子君',
      '佐藤 一郎 君',
      '○総務部長（佐藤　一郎君）',
      '総務部長山田',
      '議員山田花子君',
      '山田 花子 (1番)',
      '鈴木 次郎（２番・無所属）',
      '中村 三郎議員（議席番号3番）',
    ].join('\n'),
  )
  expect(speakers.map(({ name, party }) => [name, party])).toEqual([
    ['山田花子', '議長'],
    ['田中太郎', undefined],
    ['山田花子', undefined],
    ['佐藤 一郎', undefined],
    ['佐藤　一郎', '総務部長'],
    ['山田', '総務部長'],
    ['山田花子', '議員'],
    ['山田 花子', undefined],
    ['鈴木 次郎', '無所属'],
    ['中村 三郎', '議員'],
  ])
})

test('a colon parts office and name as a gap does', () => {
  const speakers = speakerLines('市長：白井 亨\n総務部長: 山田 太郎')
  expect(speakers.map(({ name, party }) => [name, party])).toEqual([
    ['白井 亨', '市長'],
    ['山田 太郎', '総務部長'],
  ])
})

test('an office told first is followed by the name, whatever else is said and however the name ends', () => {
  const lines = ['議長、山田花子、清和会', '議長（12番 山田花子君）', '総務部長阿部太郎', '議長服部花子']
  expect(speakerLines(lines.join('\n')).map(({ name, party }) => [name, party])).toEqual([
    ['山田花子', '議長・清和会'],
    ['山田花子', '議長'],
    ['阿部太郎', '総務部長'],
    ['服部花子', '議長'],
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

test('seats and offices are told from names as lists of councils write them', () => {
  const speakers = speakerLines(
    [
      '白井 亨 市長',
      '1番 田中太郎 議員',
      '１２番　鈴木　花子　議員',
      '3番 中村次郎議員（みどりの会）',
      '議長 山田花子',
      '総務部長 佐藤一郎',
      '2番　高橋　美咲議員(市民フォーラム)',
      '3番 ジョン・スミス 議員【無所属】',
      '5\t高橋 三郎\tみどりの会',
      '6\t議員\t伊藤 四郎\t市民の声',
      '子ども家庭部長　渡辺 五月',
      '一番ヶ瀬 康子',
      '7. 小林 六',
      '田中 太郎',
    ].join('\n'),
  )
  expect(speakers.map(({ name, party }) => [name, party])).toEqual([
    ['白井 亨', '市長'],
    ['田中太郎', '議員'],
    ['鈴木　花子', '議員'],
    ['中村次郎', '議員・みどりの会'],
    ['山田花子', '議長'],
    ['佐藤一郎', '総務部長'],
    ['高橋　美咲', '議員・市民フォーラム'],
    ['ジョン・スミス', '議員・無所属'],
    ['高橋 三郎', 'みどりの会'],
    ['伊藤 四郎', '議員・市民の声'],
    ['渡辺 五月', '子ども家庭部長'],
    ['一番ヶ瀬 康子', undefined],
    ['小林 六', undefined],
    ['田中 太郎', undefined],
  ])
})

test('a seat is told wherever it stands, and deputies and assistants by their office', () => {
  const speakers = speakerLines(
    [
      '1 番 田中 太郎',
      '議席番号２番　鈴木 花子',
      '副議長\t5番\t山田 花子',
      '(3) 中村 次郎',
      '④高橋 三郎',
      '危機管理監\t大山 太郎',
      '総務部長兼危機管理監 佐藤 一郎',
      '市民課長補佐 川上 五月',
      '大川 進　市長職務代理者',
    ].join('\n'),
  )
  expect(speakers.map(({ name, party }) => [name, party])).toEqual([
    ['田中 太郎', undefined],
    ['鈴木 花子', undefined],
    ['山田 花子', '副議長'],
    ['中村 次郎', undefined],
    ['高橋 三郎', undefined],
    ['大山 太郎', '危機管理監'],
    ['佐藤 一郎', '総務部長兼危機管理監'],
    ['川上 五月', '市民課長補佐'],
    ['大川 進', '市長職務代理者'],
  ])
})

test('what may be no name stays as it is written', () => {
  const doubtful = [
    '議員 12名',
    '部長 ５人',
    '一番ヶ瀬 康子',
    '番 太郎',
    '監物 一郎',
    '3番',
    '副議長 5番',
    '(3)',
    '監査委員事務局',
    '市長あいさつ',
    '部長級職員',
    '議長団',
  ]
  expect(speakerLines(doubtful.join('\n')).map(({ name, party }) => [name, party])).toEqual(
    doubtful.map((line) => [line, undefined]),
  )
})

describe('speakers as they are pasted', () => {
  const gap = fc.constantFrom(' ', '　', '  ', '\t')
  const family = fc.constantFrom('白井', '田中', '佐藤', 'けやき')
  const given = fc.constantFrom('亨', '太郎', '花子', '一')
  const office = fc.constantFrom('議長', '副議長', '市長', '総務部長', '議員', 'まちづくり推進課長', '危機管理監')
  const party = fc.constantFrom('みどりの会', '無所属', '市民の声')
  const member = fc.record({
    seat: fc.constantFrom('', '1番 ', '1 番　', '第２番　', '議席番号3番 ', '(4) ', '⑤', '○', '・ ', '12\t', '3. '),
    name: fc.tuple(family, fc.constantFrom('', ' ', '　'), given).map((parts) => parts.join('')),
    office: fc.option(office),
    isBefore: fc.boolean(),
    gap,
    party: fc.option(party),
    parting: fc.constantFrom(['（', '）'], ['(', ')'], ['\t', ''], ['、', '']),
  })
  type Member = typeof member extends fc.Arbitrary<infer M> ? M : never

  function lineOf({
    seat,
    name,
    office: held,
    isBefore,
    gap: between,
    party: of,
    parting: [from, to],
  }: Member): string {
    const inOffice = held === null ? name : isBefore ? `${held}${between}${name}` : `${name}${between}${held}`
    return `${seat}${inOffice}${of === null ? '' : `${from}${of}${to}`}`
  }

  test('keep name, office and party of everybody, in their order', () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        expect(speakerLines(members.map(lineOf).join('\n'))).toEqual(
          members.map((one) => {
            const is = [one.office, one.party].filter((part) => part !== null).join('・')
            return { line: lineOf(one).trim(), name: one.name, ...(is === '' ? {} : { party: is }) }
          }),
        )
      }),
    )
  })

  test('are told from the brackets of minutes and from the title that is behind a name', () => {
    const name = fc.tuple(family, fc.constantFrom('', ' ', '　'), given).map((parts) => parts.join(''))
    const title = fc.constantFrom('', '君', '氏', ' 君')
    fc.assert(
      fc.property(office, name, title, (held, who, behind) => {
        const told = [{ name: who, party: held }]
        expect(speakerLines(`○${held}（${who}${behind}）`)).toMatchObject(told)
        expect(speakerLines(`${held}　${who}${behind}`)).toMatchObject(told)
        expect(speakerLines(`${who}${behind}（${held}）`)).toMatchObject(told)
      }),
    )
  })

  test('lose no letter of any line, and say the same when what became of them is pasted again', () => {
    const piece = fc.constantFrom('田', 'か', 'A', '議長', '議員', '部長', ' ', '　', '\t', '（', '）', '、', '・')
    const text = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''))
    const lettersOf = (said: string): string[] => [...said.matchAll(/\p{L}/gu)].map(([letter]) => letter).toSorted()
    fc.assert(
      fc.property(text, (line) => {
        for (const read of speakerLines(line)) {
          expect(lettersOf(`${read.name}${read.party ?? ''}`)).toEqual(lettersOf(line))
        }
      }),
    )
    fc.assert(
      fc.property(member, (one) => {
        const [read] = speakerLines(lineOf(one))
        const again = `${read?.name}${read?.party === undefined ? '' : `（${read.party}）`}`
        expect(speakerLines(again)).toEqual([{ ...read, line: again }])
      }),
    )
  })
})
