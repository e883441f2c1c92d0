import { expect, test } from 'vitest'
import { lightOf, problemsToLookAt } from './problems.ts'

const problem = (code: string, feature: string) => ({ code, feature, text: { ja: code, en: code } })

test('what the files lacked comes from the server, what follows from the plan from this moment', () => {
  const saved = { problems: [problem('name-missing', 'a'), problem('shaft-unmatched', 'mended since')] }
  const sorted = problemsToLookAt([problem('opening-one-sided', 'door')], saved)
  expect(sorted).toMatchObject({ ways: [], doors: [{ feature: 'door' }], places: [{ feature: 'a' }], data: [] })
})

test('rooms that nobody reaches and doubtful floors have lists of their own', () => {
  const sorted = problemsToLookAt([problem('unit-unreachable', 'a'), problem('ordinal-to-confirm', 'b')], undefined)
  expect(Object.values(sorted).flat()).toEqual([])
})

test('an unknown kind of problem is never lost', () => {
  expect(problemsToLookAt([problem('something-new', 'a')], undefined).data).toHaveLength(1)
})

test('the light is red only where publishing is refused', () => {
  expect([lightOf(1, 0), lightOf(0, 3), lightOf(0, 0)]).toEqual(['red', 'amber', 'green'])
})
