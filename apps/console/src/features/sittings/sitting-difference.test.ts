import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankSitting, type SittingDraft } from './sitting-draft.ts'
import { differingFacts, differingSaid, movedRows } from './sitting-difference.ts'

const PLAN: SittingDraft = {
  ...blankSitting('2026-12-01', 0),
  title: { ja: '第4回定例会', en: 'Fourth session' },
  agenda: [{ id: 'a1', number: '日程第1', title: { ja: '会期の決定', en: 'Term' } }],
  speakers: [{ id: 's1', name: { ja: '山田 花子' }, party: { ja: 'みどりの会' } }],
}

test('a party, a translation and a number that are other ones are told, each of its side', () => {
  const other: SittingDraft = {
    ...PLAN,
    title: { ...PLAN.title, ko: '제4회 정례회' },
    agenda: [{ id: 'a1', number: '日程第2', title: { ja: '会期の決定', en: 'Length of the session' } }],
    speakers: [{ id: 's1', name: { ja: '山田 花子' }, party: { ja: '無所属' } }],
  }
  expect(differingSaid(PLAN, PLAN)).toEqual([])
  expect(differingSaid(PLAN, other).map(({ field, language, text }) => [field, language, text])).toEqual([
    ['agenda', null, '日程第1'],
    ['agenda', 'en', 'Term'],
    ['speakers', 'ja', 'みどりの会'],
  ])
  expect(differingSaid(other, PLAN).map(({ text }) => text)).toEqual([
    '제4회 정례회',
    '日程第2',
    'Length of the session',
    '無所属',
  ])
})

test('times, displays and how it goes are told where they are other ones, however they are written', () => {
  const same: SittingDraft = {
    ...PLAN,
    startsAt: '2026-12-01T10:00:00+09:00',
    silent: false,
    targets: { displayIds: [], groups: [] },
  }
  expect(differingFacts(PLAN, same)).toEqual([])
  const other: SittingDraft = {
    ...PLAN,
    endsAt: '2026-12-01T17:00:00+09:00',
    targets: { displayIds: ['lobby'], groups: [] },
    closing: 'time',
    silent: true,
  }
  expect(differingFacts(PLAN, other)).toEqual(['endsAt', 'targets', 'silent', 'closing'])
})

const inOrder = (...ids: string[]): SittingDraft => ({
  ...PLAN,
  agenda: ids.map((id) => ({ id, title: { ja: id } })),
})

test('an agenda in another order tells which items were moved, and nothing of those that were only pushed along', () => {
  const now = inOrder('c', 'a', 'b', 'd', 'new')
  const before = inOrder('a', 'b', 'gone', 'c', 'd')
  expect(movedRows(now, before)).toEqual([{ field: 'agenda', id: 'c', name: { ja: 'c' }, place: 1 }])
  expect(movedRows(before, now)).toEqual([{ field: 'agenda', id: 'c', name: { ja: 'c' }, place: 4 }])
  expect(differingSaid(inOrder('a', 'b'), inOrder('b', 'a'))).toEqual([])
  expect(movedRows(inOrder('a', 'b'), inOrder('b', 'a'))).toHaveLength(1)
  const speakers = [
    { id: 's1', name: { ja: '山田' } },
    { id: 's2', name: { ja: '白井' } },
  ]
  expect(movedRows({ ...PLAN, speakers }, { ...PLAN, speakers: speakers.toReversed() })).toEqual([
    { field: 'speakers', id: 's2', name: { ja: '白井' }, place: 2 },
  ])
})

test('whatever is not told as moved stands in one order in both plans, and nothing is told of the same', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 8 })
  fc.assert(
    fc.property(ids, ids, (some, others) => {
      const [plan, other] = [inOrder(...some), inOrder(...others)]
      const moved = new Set(movedRows(plan, other).map(({ id }) => id))
      const stay = (all: string[], also: string[]) => all.filter((id) => also.includes(id) && !moved.has(id))
      expect(stay(some, others)).toEqual(stay(others, some))
      expect(movedRows(plan, plan)).toEqual([])
    }),
  )
})
