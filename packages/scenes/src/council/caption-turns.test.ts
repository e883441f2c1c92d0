import { expect, test } from 'vitest'
import { turnsAfter } from './caption-turns.ts'

test('where there is room for one, every language is seen in its turn, and the first one every second time', () => {
  const seen = [0, 1, 2, 3, 4].map((steps) => turnsAfter(steps, ['ja', 'en', 'zh-Hans'], true))
  expect(seen.map(({ inTurn }) => inTurn)).toEqual(['ja', 'en', 'ja', 'zh-Hans', 'ja'])
  expect(seen.map(({ leaves }) => leaves)).toEqual(['ja', 'en', 'ja', 'zh-Hans', 'ja'])
})

test('where there is room for two, only the second one changes, and waits for what is read in it', () => {
  const seen = [0, 1, 2, 3].map((steps) => turnsAfter(steps, ['ja', 'en', 'zh-Hans'], false))
  expect(seen.map(({ stand }) => stand[1])).toEqual(['en', 'en', 'zh-Hans', 'zh-Hans'])
  expect(seen.map(({ leaves }) => leaves)).toEqual([null, 'en', null, 'zh-Hans'])
  expect(turnsAfter(1, ['ja', 'en'], false).leaves).toBeNull()
})

test('one language has every turn', () => {
  expect(turnsAfter(7, ['en'], true)).toEqual({ stand: ['en'], inTurn: 'en', leaves: null })
  expect(turnsAfter(7, [], true)).toEqual({ stand: [], inTurn: undefined, leaves: null })
})
