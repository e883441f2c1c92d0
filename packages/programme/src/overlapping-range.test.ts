import { expect, test } from 'vitest'
import { overlappingRange } from './overlapping-range.ts'

const range = (start: string, end: string) => ({ start, end })

test('times that touch are apart, times that share a minute are not', () => {
  expect(overlappingRange([range('08:30', '12:00'), range('12:00', '17:15')])).toBeNull()
  expect(overlappingRange([range('08:30', '12:00'), range('11:59', '17:15')])).toEqual(range('11:59', '17:15'))
})

test('a range that ends at or before its start reaches into the next day', () => {
  expect(overlappingRange([range('20:00', '06:00'), range('06:00', '20:00')])).toBeNull()
  expect(overlappingRange([range('20:00', '06:00'), range('22:00', '23:00')])).toEqual(range('22:00', '23:00'))
  expect(overlappingRange([range('00:00', '00:00'), range('12:00', '13:00')])).toEqual(range('12:00', '13:00'))
})
