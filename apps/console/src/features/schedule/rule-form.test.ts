import { occurrences } from '@akari/programme'
import { expect, test } from 'vitest'
import { endsNextDay, formFromRule, newRuleForm, type RuleForm, ruleFromForm, without } from './rule-form.ts'

const ZONE = 'Asia/Tokyo'
const NONE = { exdates: [], rdates: [] }

/** 2026-11-23 is a Monday. */
const weekdays: RuleForm = newRuleForm('2026-11-23')

function starts(form: RuleForm, from: string, to: string): string[] {
  return occurrences(ruleFromForm(form, ZONE, NONE), `${from}T00:00:00+09:00`, `${to}T00:00:00+09:00`).map(
    (each) => each.originalStart,
  )
}

test('working days come round Monday to Friday and not at the weekend', () => {
  expect(starts(weekdays, '2026-11-23', '2026-11-30')).toEqual([
    '2026-11-23T08:30',
    '2026-11-24T08:30',
    '2026-11-25T08:30',
    '2026-11-26T08:30',
    '2026-11-27T08:30',
  ])
})

test('a series entered on a Saturday starts on its first weekday, not on that Saturday', () => {
  expect(ruleFromForm({ ...weekdays, startDay: '2026-11-28' }, ZONE, NONE).start).toBe('2026-11-30T08:30')
  expect(starts({ ...weekdays, startDay: '2026-11-28' }, '2026-11-27', '2026-12-01')).toEqual(['2026-11-30T08:30'])
})

test('a time that ends before it starts runs over midnight and belongs to the day it starts on', () => {
  const night: RuleForm = { ...weekdays, from: '22:00', to: '06:00', days: ['FR'] }
  expect(endsNextDay(night)).toBe(true)
  const [first] = occurrences(ruleFromForm(night, ZONE, NONE), '2026-11-27T00:00:00+09:00', '2026-11-29T00:00:00+09:00')
  expect(first).toMatchObject({
    originalStart: '2026-11-27T22:00',
    startsAt: '2026-11-27T13:00:00.000Z',
    endsAt: '2026-11-27T21:00:00.000Z',
  })
})

test('the same time twice means a whole day, and midnight ends the day itself', () => {
  expect(ruleFromForm({ ...weekdays, from: '00:00', to: '00:00' }, ZONE, NONE).durationMinutes).toBe(1440)
  expect(endsNextDay({ from: '00:00', to: '00:00' })).toBe(false)
  expect(endsNextDay({ from: '20:00', to: '00:00' })).toBe(false)
})

test('the last day is included and the day after is not', () => {
  const until: RuleForm = { ...weekdays, untilDay: '2026-11-25' }
  expect(starts(until, '2026-11-23', '2026-12-31')).toHaveLength(3)
  const late: RuleForm = { ...until, from: '23:30', to: '23:45' }
  expect(starts(late, '2026-11-23', '2026-12-31').at(-1)).toBe('2026-11-25T23:30')
})

test('once is once', () => {
  const once: RuleForm = { ...weekdays, repeats: 'once', startDay: '2026-11-28' }
  expect(ruleFromForm(once, ZONE, NONE).rrule).toBeNull()
  expect(starts(once, '2026-11-01', '2027-11-01')).toEqual(['2026-11-28T08:30'])
})

test.each([
  weekdays,
  { ...weekdays, untilDay: '2026-12-25' },
  { ...weekdays, from: '22:00', to: '06:00', days: ['MO', 'SU'] as const },
  { ...weekdays, from: '00:00', to: '00:00' },
  { ...weekdays, repeats: 'once', days: ['MO'] as const, untilDay: null } as const,
])('what was written in the form is read from the rule again: %o', (form: RuleForm) => {
  expect(formFromRule(ruleFromForm(form, ZONE, NONE))).toEqual(form)
})

test('exceptions of a series survive editing it', () => {
  const keep = { exdates: ['2026-11-24T08:30'], rdates: ['2026-11-28T08:30'] }
  expect(ruleFromForm(weekdays, ZONE, keep)).toMatchObject(keep)
})

test('one occurrence can be left out, and only once', () => {
  const rule = without(without(ruleFromForm(weekdays, ZONE, NONE), '2026-11-24T08:30'), '2026-11-24T08:30')
  expect(rule.exdates).toEqual(['2026-11-24T08:30'])
  const days = occurrences(rule, '2026-11-23T00:00:00+09:00', '2026-11-26T00:00:00+09:00')
  expect(days.map((each) => each.originalStart)).toEqual(['2026-11-23T08:30', '2026-11-25T08:30'])
})

test('rules this form has no words for are not forced into it', () => {
  const rule = ruleFromForm(weekdays, ZONE, NONE)
  expect(formFromRule({ ...rule, rrule: 'FREQ=MONTHLY;BYDAY=2TU' })).toBeNull()
  expect(formFromRule({ ...rule, rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' })).toBeNull()
  expect(formFromRule({ ...rule, rrule: 'FREQ=WEEKLY;COUNT=3' })).toBeNull()
  expect(formFromRule({ ...rule, durationMinutes: 3000 })).toBeNull()
  expect(formFromRule({ ...rule, rrule: 'FREQ=DAILY' })?.days).toHaveLength(7)
})
