import { expect, test } from 'vitest'
import { blankSitting, type SittingDraft } from './sitting-draft.ts'
import { differingFacts, differingSaid } from './sitting-difference.ts'

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
