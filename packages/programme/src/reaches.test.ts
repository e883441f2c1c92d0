import type { TargetExpression } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reaches, type Reachable } from './reaches.ts'

const LOBBY: Reachable = { id: 'lobby', groups: ['ロビー', '1階'], tags: ['縦型'] }
const NOWHERE = { displayIds: [], groups: [] }

function where(expression: TargetExpression): boolean {
  return reaches({ ...NOWHERE, where: expression }, LOBBY)
}

test('a display is reached by its name, by any of its groups, or by an expression that is true of it', () => {
  expect(reaches({ displayIds: ['lobby'], groups: [] }, LOBBY)).toBe(true)
  expect(reaches({ displayIds: ['other'], groups: ['1階'] }, LOBBY)).toBe(true)
  expect(reaches({ displayIds: ['other'], groups: ['2階'] }, LOBBY)).toBe(false)
  expect(reaches({ displayIds: ['other'], groups: ['2階'], where: { tag: '縦型' } }, LOBBY)).toBe(true)
})

test('expressions say portrait displays of the ground floor, but not the one at the entrance', () => {
  const portraitBelow: TargetExpression = { all: [{ group: '1階' }, { tag: '縦型' }, { not: { display: 'entrance' } }] }
  expect(where(portraitBelow)).toBe(true)
  const at = (display: Partial<Reachable>) => reaches({ ...NOWHERE, where: portraitBelow }, { ...LOBBY, ...display })
  expect(at({ id: 'entrance' })).toBe(false)
  expect(at({ tags: [] })).toBe(false)
  expect(at({ groups: ['2階'] })).toBe(false)
})

test('all of nothing and any of nothing reach no display', () => {
  expect(where({ all: [] })).toBe(false)
  expect(where({ any: [] })).toBe(false)
})

test('not, all and any keep to De Morgan', () => {
  const leaf = fc.constantFrom<TargetExpression>({ group: '1階' }, { group: '2階' }, { tag: '縦型' }, { tag: '屋外' })
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 4 }), (parts) => {
      expect(where({ not: { any: parts } })).toBe(where({ all: parts.map((not) => ({ not })) }))
      expect(where({ not: { all: parts } })).toBe(where({ any: parts.map((not) => ({ not })) }))
    }),
  )
})
