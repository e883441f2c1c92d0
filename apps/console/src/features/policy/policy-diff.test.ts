import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved } from './policy-draft.ts'
import { changesBetween } from './policy-diff.ts'
import { rule } from './testing/rules.ts'

const [a, b, c, d] = [rule('a'), rule('b'), rule('c'), rule('d')]

test('the same table has no changes', () => {
  expect(changesBetween([a, b], [a, b])).toEqual([])
})

test('a changed rule names exactly the parts that are different', () => {
  const banner = { ...b, name: '帯', act: { ...b.act, mode: 'banner' as const } }
  expect(changesBetween([a, b], [a, banner])).toEqual([
    { kind: 'changed', before: b, after: banner, parts: ['name', 'mode'], at: 1 },
  ])
})

test('a rule carried to the top is one move, not one of each rule it passed', () => {
  expect(changesBetween([a, b, c, d], [d, a, b, c])).toEqual([{ kind: 'moved', rule: d, from: 3, to: 0 }])
})

test('new rules and deleted ones do not count as moves of the others', () => {
  expect(changesBetween([a, b, c], [d, b, c])).toEqual([
    { kind: 'added', rule: d, at: 0 },
    { kind: 'removed', rule: a, at: 0 },
  ])
})

test('any single move of a table of any size is told as at most one move', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat(), (size, from, to) => {
      const rules = Array.from({ length: size }, (_, at) => rule(`r${at}`))
      const changes = changesBetween(rules, moved(rules, from % size, to % size))
      expect(changes).toHaveLength(from % size === to % size ? 0 : 1)
      expect(changes.every(({ kind }) => kind === 'moved')).toBe(true)
    }),
  )
})
