import type { PlannedItem, PlannedSpeaker } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaWith, speakersWith } from './pasted-into.ts'

const MOST = 60
const items: PlannedItem[] = [
  { id: 'a', number: '日程第1', title: { ja: '会議録署名議員の指名' } },
  { id: 'b', number: '日程第2', title: { ja: '会期の決定', en: 'Session' } },
  { id: 'c', title: { ja: '一般質問' } },
]
const speakers: PlannedSpeaker[] = [
  { id: 's', name: { ja: '白井 亨' }, party: { ja: '市長' } },
  { id: 't', name: { ja: '山田 花子' } },
]

test('Japanese lines are new items behind those there are, and no line that finds no room is lost', () => {
  const { rows, into, added, left } = agendaWith(items, '日程第3　議案\n日程第4 陳情\n・報告', 'ja', 5)
  expect(rows.map(({ title }) => title.ja)).toEqual([...items.map(({ title }) => title.ja), '議案', '陳情'])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(5)
  expect([into, left]).toEqual([null, ['・報告']])
  expect(added).toEqual([
    { row: rows[3], line: '日程第3　議案' },
    { row: rows[4], line: '日程第4 陳情' },
  ])
})

test('lines of another language fill that language of the items there are, in order, and leave the Japanese alone', () => {
  const { rows, left } = agendaWith(items, 'Agenda\n- Signers\nTerm of the session\nGeneral questions', 'en', MOST)
  expect(rows).toEqual([
    { ...items[0], title: { ja: '会議録署名議員の指名', en: 'Signers' } },
    { ...items[1], title: { ja: '会期の決定', en: 'Term of the session' } },
    { ...items[2], title: { ja: '一般質問', en: 'General questions' } },
  ])
  expect(left).toEqual([])
})

test('a number goes before the order, and a line whose number no item has takes no other item', () => {
  const { rows, into, left } = agendaWith(items, '2. Term\nQuestions?\n7. Petitions\n1. Signers', 'en', MOST)
  expect(rows.map(({ title }) => title.en)).toEqual(['Signers', 'Term', 'Questions?'])
  expect(into?.[1]).toEqual({ index: 1, text: 'Term', before: 'Session' })
  expect(left).toEqual(['7. Petitions'])
})

test('a number that no item has is only a place in the list, but a bill keeps its own', () => {
  const bills = [45, 46].map((n) => ({ id: `b${n}`, number: `議案第${n}号`, title: { ja: '条例' } }))
  expect(agendaWith(bills, '1. Ordinance\n2. Bylaw', 'en', MOST).rows.map(({ title }) => title.en)).toEqual([
    'Ordinance',
    'Bylaw',
  ])
  expect(agendaWith(bills, 'Bill No. 46 Bylaw', 'en', MOST).rows.map(({ title }) => title.en)).toEqual([
    undefined,
    'Bylaw',
  ])
  expect(agendaWith(items, 'Bill No. 46 Bylaw', 'en', MOST).rows[0]?.title.en).toBe('Bill No. 46 Bylaw')
})

const MIXED: PlannedItem[] = [
  { id: 'a', number: '日程第1', title: { ja: '会議録署名議員の指名' } },
  { id: 'b', number: '日程第2', title: { ja: '会期の決定' } },
  { id: 'c', number: '第3', title: { ja: '議案第５８号 補正予算' } },
  { id: 'd', number: '4', title: { ja: '一般質問' } },
  { id: 'e', title: { ja: '渡辺議員：子育て支援について' } },
  { id: 'f', number: '請願第3号', title: { ja: '学校給食' } },
]

test('lines without a number, or with one of another kind, stay in the order between those that have one', () => {
  const lines = [
    'Item 1 Signers',
    'Item 2 Term',
    'Bill No. 58: Budget',
    'Questions',
    'Watanabe: care',
    'Petition: lunches',
  ]
  const english = agendaWith(MIXED, lines.join('\n'), 'en', MOST).rows.map(({ title }) => title.en)
  expect(english).toEqual([
    'Signers',
    'Term',
    'Bill No. 58: Budget',
    'Questions',
    'Watanabe: care',
    'Petition: lunches',
  ])
  const fewer = agendaWith(MIXED, 'Item 3 Bill No. 58 Budget\nQuestions\nWatanabe: care', 'en', MOST)
  expect(fewer.into?.map(({ text }) => text)).toEqual([
    null,
    null,
    'Bill No. 58 Budget',
    'Questions',
    'Watanabe: care',
    null,
  ])
})

test('of two lines with one figure each goes its way, and none is lost', () => {
  const rows = [1, 2, 3, 4].map((n) => ({ id: `${n}`, number: `日程第${n}`, title: { ja: '題' } }))
  const taken = agendaWith(rows, 'Item 1 Signers\nItem 2 Term\nItem 3 Reports\nBill No. 3: Budget', 'en', MOST)
  expect(taken.rows.map(({ title }) => title.en)).toEqual(['Signers', 'Term', 'Reports', 'Bill No. 3: Budget'])
  const twice = agendaWith(rows, '2. A\n2. B\n3. C\n4. D', 'en', MOST)
  expect(twice.rows.map(({ title }) => title.en)).toEqual([undefined, 'A', 'C', 'D'])
  expect(twice.left).toEqual(['2. B'])
})

test('a whole agenda in another language is taken line for line, whichever of its lines bear which number', () => {
  const someKinds = fc.array(fc.record({ row: fc.integer({ min: 0, max: 2 }), line: fc.integer({ min: 0, max: 2 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(someKinds, (kinds) => {
      const rows = kinds.map(({ row }, at): PlannedItem => {
        const number = [undefined, `日程第${at + 1}`, `議案第${at + 41}号`][row]
        return { id: `${at}`, ...(number === undefined ? {} : { number }), title: { ja: `題${at}` } }
      })
      const lines = kinds.map(({ row, line }, at) => {
        const number = ['', `Item ${at + 1} `, row === 2 ? `Bill No. ${at + 41} ` : `${at + 1}. `][line] ?? ''
        return `${number}title ${'abcdefghijkl'[at]}`
      })
      const { rows: taken, left } = agendaWith(rows, lines.join('\n'), 'en', MOST)
      expect(left).toEqual([])
      expect(taken.map(({ title }) => title.en?.at(-1))).toEqual(lines.map((line) => line.at(-1)))
    }),
  )
})

test('fewer lines than items leave the others as they are, more stay to be mended', () => {
  const fewer = agendaWith(items, 'Signers', 'en', MOST)
  expect(fewer.into?.map(({ text }) => text)).toEqual(['Signers', null, null])
  expect(fewer.rows.slice(1)).toEqual(items.slice(1))
  const more = agendaWith(items, 'A\nB\nC\n* D\nE', 'ko', MOST)
  expect(more.left).toEqual(['* D', 'E'])
  expect(more.rows).toHaveLength(3)
  expect(agendaWith([], 'A\nB', 'en', MOST)).toEqual({ rows: [], into: [], added: [], left: ['A', 'B'] })
})

test('speakers of another language are filled in order, with their party or office', () => {
  const { rows, left } = speakersWith(speakers, 'Toru Shirai, Mayor\nHanako Yamada (Green Party)\nX', 'en', MOST)
  expect(rows).toEqual([
    { id: 's', name: { ja: '白井 亨', en: 'Toru Shirai' }, party: { ja: '市長', en: 'Mayor' } },
    { id: 't', name: { ja: '山田 花子', en: 'Hanako Yamada' }, party: { ja: '', en: 'Green Party' } },
  ])
  expect(left).toEqual(['X'])
})
