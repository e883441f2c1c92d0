import {
  DAY_KINDS,
  Daypart,
  type EntryCondition,
  type EntryRole,
  OfficeCalendar,
  OnHigher,
  PRIORITIES,
  type ScheduleEntry,
  type ScheduleRule,
} from '@akari/protocol'
import fc from 'fast-check'
import { entry } from './sample.ts'
import { localTime, ZONES } from './some-moments.ts'

const RRULES = [
  null,
  'FREQ=DAILY',
  'FREQ=HOURLY;INTERVAL=3',
  'FREQ=WEEKLY;BYDAY=MO,SA,SU',
  'FREQ=MONTHLY;BYDAY=1SU',
  'FREQ=DAILY;COUNT=2',
  'FREQ=DAILY;UNTIL=20261101T040000Z',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=NONSENSE',
] as const

const someDays = fc.record({
  only: fc.option(fc.subarray([...DAY_KINDS]), { nil: null }),
  except: fc.subarray([...DAY_KINDS]),
})

export const someCalendar = fc.constantFrom(
  undefined,
  OfficeCalendar.parse({ closedWeekdays: ['SA', 'SU'], holidays: [{ date: '2026-11-03', name: '文化の日' }] }),
)

export const someDayparts = fc.constantFrom(
  undefined,
  Daypart.array().parse([
    { id: 'night', name: '夜間', times: [{ start: '22:00', end: '06:00' }] },
    { id: 'counters', name: '窓口', times: [{ start: '09:00', end: '12:00' }], exceptions: [] },
  ]),
)

/** What a rule may leave out, left out mostly. */
const someLimits = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constant({ allDay: true }),
  fc.constantFrom('night', 'counters', 'gone').map((daypartId) => ({ daypartId })),
  someDays.map((days) => ({ days })),
  fc.constant({ from: '2026-11-01', until: '2026-11-03' }),
)

const plainRule: fc.Arbitrary<ScheduleRule> = fc.record({
  start: fc.oneof(localTime, fc.constant('2026-02-30T09:00')),
  durationMinutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constantFrom(1440, 7 * 1440)),
  timeZone: fc.constantFrom(...ZONES),
  rrule: fc.constantFrom(...RRULES),
  exdates: fc.array(localTime, { maxLength: 2 }),
  rdates: fc.array(localTime, { maxLength: 2 }),
})

export const someRule: fc.Arbitrary<ScheduleRule> = fc
  .tuple(plainRule, someLimits)
  .map(([plain, limits]) => ({ ...plain, ...limits }))

/** Two that there are, and one that is gone. */
export const playlistIds = ['a', 'b', 'gone'] as const

const SCHEDULED = { kind: 'scheduled' as const }
const someRole: fc.Arbitrary<EntryRole> = fc.constantFrom(
  SCHEDULED,
  SCHEDULED,
  SCHEDULED,
  { kind: 'overlay' as const },
  { kind: 'interrupt' as const, share: { percent: 70 }, maxPlaysPerHour: null },
  { kind: 'interrupt' as const, share: { secondsPerHour: 300 }, maxPlaysPerHour: 3 },
)

const someConditions: fc.Arbitrary<EntryCondition[]> = fc.constantFrom(
  [],
  [],
  [],
  [{ value: 'temperature', is: { atLeast: 30 } }],
  [{ value: 'weather', is: { oneOf: ['rain', 'snow'] } }],
)

export const someEntry: fc.Arbitrary<ScheduleEntry> = fc
  .tuple(
    fc.constantFrom('e1', 'e2', 'e3'),
    fc.constantFrom(...playlistIds),
    fc.constantFrom('normal' as const, ...PRIORITIES),
    someRule,
    fc.constantFrom(-1, 0, 0, 2),
    someRole,
    fc.constantFrom('stop', ...OnHigher.options),
    someConditions,
  )
  .map(([id, playlistId, priority, rule, order, role, onHigher, conditions]) =>
    entry(id, { playlistId, priority, rule, order, role, onHigher, conditions }),
  )
