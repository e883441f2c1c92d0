import { expect, test } from 'vitest'
import { closedIn, stateOf, toggled, weeksOf } from './year-days.ts'

const HOLIDAYS = [{ date: '2026-11-03', name: '文化の日' }]
const USUAL = {
  closedWeekdays: ['SA' as const, 'SU' as const],
  closedDates: [],
  openDates: [],
  yearEnd: { from: '12-29', to: '01-03' },
}

test('a day is what the week, the holidays and the year end make of it', () => {
  const states = ['2026-11-02', '2026-11-03', '2026-11-07', '2026-12-29'].map((day) => stateOf(day, USUAL, HOLIDAYS))
  expect(states).toEqual(['open', 'holiday', 'weekend', 'yearEnd'])
})

test('a click closes a working day and opens any other, a second one takes it back', () => {
  for (const [day, state] of [
    ['2026-11-02', 'closedByHand'],
    ['2026-11-03', 'openByHand'],
    ['2026-11-07', 'openByHand'],
  ] as const) {
    const once = toggled(day, USUAL, HOLIDAYS)
    expect(stateOf(day, once, HOLIDAYS)).toBe(state)
    expect(toggled(day, once, HOLIDAYS)).toEqual(USUAL)
  }
})

test('a month is drawn in weeks from Monday', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
})

test('closed days of a year are counted, each once', () => {
  const onlySundays = { ...USUAL, closedWeekdays: ['SU' as const], yearEnd: null }
  expect(closedIn(2026, onlySundays, [])).toBe(52)
  expect(closedIn(2026, toggled('2026-11-02', onlySundays, []), [])).toBe(53)
  expect(closedIn(2026, toggled('2026-11-01', onlySundays, []), [])).toBe(51)
})
