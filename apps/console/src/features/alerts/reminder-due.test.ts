import { expect, test } from 'vitest'
import { isReminderDue } from './reminder-due.ts'

const AT = '2026-11-22T09:30:00+09:00'
const ms = Date.parse(AT)

test('staff are asked from the moment they named, of what is in force', () => {
  expect(isReminderDue({ phase: 'inForce', remindAt: AT }, ms - 1)).toBe(false)
  expect(isReminderDue({ phase: 'inForce', remindAt: AT }, ms)).toBe(true)
  expect(isReminderDue({ phase: 'cleared', remindAt: AT }, ms)).toBe(false)
  expect(isReminderDue({ phase: 'inForce', remindAt: null }, ms)).toBe(false)
})
