import { OperatingHours, type SoundHours } from '@akari/protocol'
import { expect, it } from 'vitest'
import { silentThrough } from './silent-through.ts'

const CALENDAR = { holidays: [], closedWeekdays: ['SU' as const], closedDates: [], openDates: [], yearEnd: null }

function hours(start: string, end: string, volume = 50): SoundHours {
  const weekly = [{ weekdays: ['MO', 'SU'], times: [{ start, end }] }]
  const times = OperatingHours.parse({ weekly, exceptions: [{ days: ['closed'], times: [] }] })
  return { id: `${start} ${volume}`, name: '昼', volume, times }
}

/** On Monday 2 November 2026, or another day. */
const silent = (sound: readonly SoundHours[], from: string, to: string, day = '2026-11-02') => {
  const [fromMs = 0, toMs = 0] = [from, to].map((time) => Date.parse(`${day}T${time}:00+09:00`))
  return silentThrough(sound, { timeZone: 'Asia/Tokyo', calendar: CALENDAR }, fromMs, toMs)
}

it('is so without sound hours, outside of them, and on days that have none', () => {
  expect(silent([], '10:00', '12:00')).toBe(true)
  expect(silent([hours('12:00', '13:00')], '10:00', '12:00')).toBe(true)
  expect(silent([hours('10:00', '13:00')], '10:00', '12:00', '2026-11-01')).toBe(true)
})

it('is not where any of it is heard', () => {
  expect(silent([hours('11:59', '13:00')], '10:00', '12:00')).toBe(false)
  expect(silent([hours('09:00', '10:01')], '10:00', '12:00')).toBe(false)
})

it('is so where an earlier rule keeps all of it silent, and not where it keeps a part', () => {
  expect(silent([hours('09:00', '12:00', 0), hours('08:00', '20:00')], '10:00', '12:00')).toBe(true)
  expect(silent([hours('09:00', '11:00', 0), hours('08:00', '20:00')], '10:00', '12:00')).toBe(false)
})
