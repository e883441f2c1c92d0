import { expect, test } from 'vitest'
import { tidy } from './plain-line.ts'

test('colours and moves of a terminal go whole, and what only looks like one stays', () => {
  expect(tidy('\u001b[31m赤\u001b[0m字です')).toBe('赤字です')
  expect(tidy('議案[31m²]')).toBe('議案[31m²]')
  expect(tidy('第1\n[3]頁')).toBe('第1 [3]頁')
})
