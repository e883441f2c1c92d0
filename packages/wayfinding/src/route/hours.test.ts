import { describe, expect, it } from 'vitest'
import { isOpen } from './hours.ts'

const MONDAY_NOON = { day: 0, minutes: 720, isHoliday: false }
const at = (day: number, minutes: number, isHoliday = false) => ({ day, minutes, isHoliday })

describe('opening hours', () => {
  it.each([
    ['Mo-Fr 08:30-17:15', MONDAY_NOON, true],
    ['Mo-Fr 08:30-17:15', at(5, 720), false],
    ['Mo-Fr 08:30-17:15', at(0, 17 * 60 + 15), false],
    ['Mo-Fr 08:30-12:00,13:00-17:15', at(0, 750), false],
    ['Mo-Fr 08:30-17:15; PH off', at(0, 720, true), false],
    ['Mo-Fr 08:30-17:15; We 08:30-20:00', at(2, 19 * 60), true],
    ['Mo-Fr 08:30-17:15; Sa,Su off', at(6, 720), false],
    ['Fr-Mo 10:00-12:00', at(6, 660), true],
    ['Fr 22:00-02:00', at(5, 60), true],
    ['Fr 22:00-02:00', at(4, 60), false],
    ['Fr 22:00-02:00', at(5, 120), false],
    ['Mo-Su 22:00-02:00; Sa 10:00-12:00', at(5, 60), true],
    ['Mo-Su 22:00-02:00; Fr off', at(5, 60), false],
    ['Mo-Su 22:00-02:00; Sa off', at(5, 60), true],
    ['Fr 22:00-26:00', at(5, 60), true],
    ['Su 22:00-02:00', at(0, 60), true],
    ['Mo-Su 22:00-02:00; PH off', at(5, 60), null],
    ['Mo-Su 22:00-02:00; PH off', at(5, 180), false],
    ['Mo 09:00-25:99', MONDAY_NOON, null],
    ['Mo-Fr 09:00-17:00; week 2 off', MONDAY_NOON, null],
    ['24/7', at(6, 0), true],
    ['08:00-18:00', at(6, 480), true],
    ['Mo-Fr', at(4, 0), true],
    ['sunrise-sunset', MONDAY_NOON, null],
    ['', MONDAY_NOON, null],
    [null, MONDAY_NOON, null],
  ])('%s', (hours, moment, expected) => {
    expect(isOpen(hours, moment)).toBe(expected)
  })
})
