import { expect, test } from 'vitest'
import { conditionOf, partsOfCondition } from './condition-text.ts'
import { rowsOfWhere, whereOfRows } from './where-rows.ts'

test('lines become an expression and the same lines again', () => {
  const rows = [
    { kind: 'tag' as const, value: '縦型', not: false },
    { kind: 'group' as const, value: '屋外', not: true },
  ]
  const where = whereOfRows({ joint: 'all', rows })
  expect(where).toEqual({ all: [{ tag: '縦型' }, { not: { group: '屋外' } }] })
  expect(rowsOfWhere(where)).toEqual({ joint: 'all', rows })
  expect(whereOfRows({ joint: 'any', rows: [{ kind: 'tag', value: '', not: false }] })).toBeUndefined()
})

test('what is nested deeper is not forced into lines', () => {
  expect(rowsOfWhere({ all: [{ any: [{ tag: 'a' }] }] })).toBeNull()
  expect(rowsOfWhere({ not: { not: { tag: 'a' } } })).toBeNull()
  expect(rowsOfWhere({ not: { tag: 'a' } })?.rows).toEqual([{ kind: 'tag', value: 'a', not: true }])
})

test.each([
  ['atLeast', '３３', { atLeast: 33 }],
  ['atMost', '-5.5', { atMost: -5.5 }],
  ['equals', '雨', { equals: '雨' }],
  ['oneOf', '雨、雪, 3', { oneOf: ['雨', '雪', 3] }],
] as const)('a condition is read as it is typed: %s %s', (test_, text, is) => {
  const condition = conditionOf('weather', test_, text)
  expect(condition).toEqual({ value: 'weather', is })
  expect(
    condition && conditionOf('weather', ...(Object.values(partsOfCondition(condition)) as [typeof test_, string])),
  ).toEqual(condition)
})

test('a number that is none and a name that is none are no condition', () => {
  expect([
    conditionOf('temperature', 'atLeast', '暑い'),
    conditionOf('気温', 'equals', '3'),
    conditionOf('a', 'equals', ' '),
  ]).toEqual([null, null, null])
})
