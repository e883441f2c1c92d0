import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onTopOf } from './both-changes.ts'
import { rule } from './testing/rules.ts'

const [a, b, c] = [rule('a'), rule('b'), rule('c')]
const base = [a, b, c]
const named = (of: ReturnType<typeof rule>, name: string) => ({ ...of, name })

test('changes to different rules are both kept, and nobody is asked', () => {
  expect(onTopOf(base, [named(a, 'mine'), b, c], [a, b, named(c, 'theirs')])).toEqual({
    rules: [named(a, 'mine'), b, named(c, 'theirs')],
    contested: [],
  })
})

test('where both changed one rule mine stands, and it is named', () => {
  const mine = named(b, 'mine')
  expect(onTopOf(base, [a, mine, c], [a, named(b, 'theirs'), c])).toEqual({ rules: [a, mine, c], contested: [mine] })
})

test('what they added and deleted comes and goes', () => {
  const x = rule('x')
  expect(onTopOf(base, [a, b, named(c, 'mine')], [a, x, c]).rules).toEqual([a, x, named(c, 'mine')])
})

test('a rule that one deleted and the other changed stays, for a person to decide', () => {
  const theirs = named(b, 'theirs')
  expect(onTopOf(base, [a, c], [a, theirs, c])).toEqual({ rules: [a, theirs, c], contested: [theirs] })
  const mine = named(b, 'mine')
  expect(onTopOf(base, [a, mine, c], [a, c])).toEqual({ rules: [a, mine, c], contested: [mine] })
})

test('my order counts when I have reordered, theirs otherwise', () => {
  expect(onTopOf(base, [c, a, b], [a, b, c]).rules).toEqual([c, a, b])
  expect(onTopOf(base, [named(a, 'mine'), b, c], [c, b, a]).rules).toEqual([c, b, named(a, 'mine')])
})

const table = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom('1', '2').map((name) => named(rule(id), name)))))

test('whoever changed nothing takes the table of the other as it is, and no rule is ever there twice', () => {
  fc.assert(
    fc.property(table, table, table, (before, mine, theirs) => {
      expect(onTopOf(before, before, theirs).rules).toEqual(theirs)
      expect(onTopOf(before, mine, before).rules).toHaveLength(mine.length)
      const ids = onTopOf(before, mine, theirs).rules.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})
