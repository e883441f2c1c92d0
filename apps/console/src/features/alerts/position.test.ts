import { expect, test } from 'vitest'
import { readPosition, writtenPosition } from './position.ts'

test('reads what maps give to copy, in whatever width it was typed', () => {
  const at = { lat: 35.699512, lon: 139.503021 }
  for (const text of [
    '35.699512,139.503021',
    ' 35.699512, 139.503021 ',
    '３５．６９９５１２、１３９．５０３０２１',
    '35.699512 139.503021',
  ]) {
    expect(readPosition(text)).toEqual(at)
  }
  expect(readPosition(writtenPosition(at))).toEqual(at)
  expect(readPosition('  ')).toBe(null)
})

test('takes nothing for a place that is none', () => {
  for (const text of ['市役所', '35.7', '139.503021, 35.699512', '35.7,139.5,1'])
    expect(readPosition(text)).toBe(undefined)
})
