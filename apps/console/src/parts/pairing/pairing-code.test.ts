import { expect, test } from 'vitest'
import { groupDigits, readTypedCode } from './pairing-code.ts'

test('a code may be typed in small, full-width letters and with a hyphen', () => {
  expect(readTypedCode('ａbcd-efgh')).toEqual({ grouped: 'ABCD-EFGH', doubts: [], code: 'ABCDEFGH' })
})

test('an unfinished code is grouped but not yet a code', () => {
  expect(readTypedCode('abcde')).toEqual({ grouped: 'ABCD-E', doubts: [], code: null })
  expect(readTypedCode('abcd').grouped).toBe('ABCD')
})

test('letters that no code contains are named with what they may have been', () => {
  const typed = readTypedCode('AB0DEFGI')
  expect(typed.code).toBeNull()
  expect(typed.doubts).toEqual([
    { typed: '0', perhaps: 'Q' },
    { typed: 'I', perhaps: 'J' },
  ])
})

test('everything after the eighth character is left out', () => {
  expect(readTypedCode('ABCDEFGHJK').code).toBe('ABCDEFGH')
})

test('the six digits stand in two groups of three', () => {
  expect(groupDigits('493817')).toBe('493 817')
})
