import { expect, test } from 'vitest'
import { unchangedNames } from './unchanged-names.ts'

const SECOND_DAY = { ja: '第4回定例会 第2日', en: 'Fourth session, day 2', ko: '제4회 정례회 2일차' }

test('names in other languages are told that were left as they were when the Japanese one was changed', () => {
  expect(unchangedNames({ ...SECOND_DAY, ja: '第4回定例会 第3日' }, SECOND_DAY)).toEqual([
    { language: 'en', text: 'Fourth session, day 2' },
    { language: 'ko', text: '제4회 정례회 2일차' },
  ])
  const inEnglishToo = { ...SECOND_DAY, ja: '第4回定例会 第3日', en: 'Fourth session, day 3' }
  expect(unchangedNames(inEnglishToo, SECOND_DAY).map(({ language }) => language)).toEqual(['ko'])
})

test('nothing is told while the Japanese name is the same, of a language that is taken out, and of a new sitting', () => {
  expect(unchangedNames(SECOND_DAY, SECOND_DAY)).toEqual([])
  expect(unchangedNames({ ...SECOND_DAY, en: 'Day two' }, SECOND_DAY)).toEqual([])
  expect(unchangedNames({ ja: '第4回定例会 第3日' }, SECOND_DAY)).toEqual([])
  expect(unchangedNames({ ja: '文教委員会', en: 'Education' }, { ja: '' })).toEqual([])
})
