import { expect, test } from 'vitest'
import { tidy } from './plain-line.ts'

test('colours and moves of a terminal go whole, and what only looks like one stays', () => {
  expect(tidy('\u001b[31m赤\u001b[0m字 \u009b2Jです')).toBe('赤字 です')
  expect(tidy('議案[31m²]')).toBe('議案[31m²]')
  expect(tidy('\u001b]開会')).toBe(']開会')
})
