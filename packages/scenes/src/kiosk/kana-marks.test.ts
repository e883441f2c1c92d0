import { describe, expect, it } from 'vitest'
import { withMark } from './kana-marks.ts'

describe('marks on the last kana', () => {
  it.each([
    ['か', 'voiced', 'が'],
    ['が', 'voiced', 'か'],
    ['しは', 'voiced', 'しば'],
    ['しば', 'half', 'しぱ'],
    ['ぱ', 'half', 'は'],
    ['つ', 'small', 'っ'],
    ['づ', 'small', 'っ'],
    ['っ', 'voiced', 'づ'],
    ['きよ', 'small', 'きょ'],
    ['な', 'voiced', 'な'],
    ['', 'small', ''],
  ] as const)('%s with %s is %s', (text, mark, expected) => {
    expect(withMark(text, mark)).toBe(expected)
  })
})
