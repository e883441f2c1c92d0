import { OfficeCalendar, type OperatingHours, type Programme, type ScheduleRule } from '@akari/protocol'
import { expect, it } from 'vitest'
import { programmeChanges } from './programme-diff.ts'
import { entry, programme, rule } from './testing/sample.ts'
import { askedKinds, calendarTelling } from './used-calendar.ts'

const CULTURE = { date: '2026-11-03', name: '文化の日' }
const THANKS = { date: '2026-11-23', name: '勤労感謝の日' }
const CALENDAR = OfficeCalendar.parse({
  holidays: [CULTURE],
  closedWeekdays: ['SA', 'SU'],
  yearEnd: { from: '12-29', to: '01-03' },
})
const ALWAYS = entry('morning')

function without(kind: 'holiday' | 'closed', changes: Partial<ScheduleRule> = {}) {
  return entry(kind, { rule: rule({ days: { only: null, except: [kind] }, ...changes }) })
}

/** As a display gets it: with the days that its entries and hours ask for. */
function compiled(entries: Programme['entries'], calendar: OfficeCalendar, hours?: OperatingHours): Programme {
  const told = calendarTelling(askedKinds({ entries, hours }), calendar)
  return programme({ entries, ...(hours && { hours }), ...(told !== null && { calendar: told }) })
}

it('the first entry that keeps to the days is told alone, though the days come with it, and so when it is undone', () => {
  const [plain, keeping] = [compiled([ALWAYS], CALENDAR), compiled([ALWAYS, without('holiday')], CALENDAR)]
  expect(programmeChanges(plain, keeping)).toMatchObject([{ kind: 'entry', how: 'added', id: 'holiday' }])
  expect(programmeChanges(keeping, plain)).toMatchObject([{ kind: 'entry', how: 'removed', id: 'holiday' }])
})

it('an entry that asks for more of the days is told alone', () => {
  const before = compiled([without('holiday')], CALENDAR)
  const after = compiled([without('holiday'), without('closed')], CALENDAR)
  expect(programmeChanges(before, after)).toMatchObject([{ kind: 'entry', how: 'added', id: 'closed' }])
  expect(programmeChanges(before, after)).toHaveLength(1)
  expect(programmeChanges(after, before)).toHaveLength(1)
})

it('days that somebody changed are named, each with what it became or stopped being', () => {
  const changed: OfficeCalendar = {
    holidays: [CULTURE, THANKS],
    closedWeekdays: ['SU'],
    closedDates: ['2026-12-01'],
    openDates: ['2026-11-08'],
    yearEnd: { from: '12-28', to: '01-03' },
  }
  const entries = [without('closed')]
  expect(programmeChanges(compiled(entries, CALENDAR), compiled(entries, changed))).toEqual([
    {
      kind: 'calendar',
      days: [
        { part: 'holiday', how: 'added', day: '2026-11-23', name: '勤労感謝の日' },
        { part: 'closedDate', how: 'added', day: '2026-12-01' },
        { part: 'openDate', how: 'added', day: '2026-11-08' },
        { part: 'yearEnd', how: 'added', day: '12-28/01-03' },
        { part: 'closedWeekday', how: 'removed', day: 'SA' },
        { part: 'yearEnd', how: 'removed', day: '12-29/01-03' },
      ],
    },
  ])
})

it('a new holiday is told beside an entry that asks for more, and by hours alone', () => {
  const more = { ...CALENDAR, holidays: [CULTURE, THANKS] }
  const told = { kind: 'calendar', days: [{ part: 'holiday', how: 'added', day: THANKS.date, name: THANKS.name }] }
  const holiday = compiled([without('holiday')], CALENDAR)
  const both = compiled([without('holiday'), without('closed')], more)
  expect(programmeChanges(holiday, both)).toContainEqual(told)
  const hours: OperatingHours = { weekly: [], exceptions: [{ days: ['holiday'], times: [] }] }
  expect(programmeChanges(compiled([], CALENDAR, hours), compiled([], more, hours))).toEqual([told])
})
