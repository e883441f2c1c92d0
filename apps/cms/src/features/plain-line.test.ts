import { expect, test } from 'vitest'
import { tidy } from './plain-line.ts'

test('colours and moves of a terminal go whole, and what only looks like one stays', () => {
  expect(tidy('\u001b[31m赤\u001b[0m字\u009b31mです')).toBe('赤字です')
  expect(tidy('議案[31m²]')).toBe('議案[31m²]')
  expect(tidy('\u0002[Chair] \u0007[拍手]')).toBe('[Chair] [拍手]')
  expect(tidy('第1\n[3]頁')).toBe('第1 [3]頁')
})
