import { occurrences } from '@akari/programme'
import type { EntryInput, ScheduleRule } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleRule } from '../../parts/recurrence/testing/sample-rule.ts'
import { editsOf, type Scope, scopesOf, type Shift, without } from './series.ts'
import { sampleEntry } from './testing/samples.ts'

const [FROM, TO] = ['2026-10-01T00:00:00+09:00', '2027-03-01T00:00:00+09:00']

/** Local start and length of everything a rule shows. */
function windows(rule: ScheduleRule | undefined): string[] {
  if (rule === undefined) return []
  return occurrences(rule, FROM, TO).map(({ originalStart, startsAt, endsAt }) =>
    [originalStart, (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000].join(' '),
  )
}

function shown(edits: { changed: EntryInput | null; added: EntryInput | null } | null): string[] {
  return [...windows(edits?.changed?.rule), ...windows(edits?.added?.rule)].sort()
}

function moved(window: string, startBy: number, endBy: number): string {
  const [start = '', minutes = ''] = window.split(' ')
  const at = new Date(Date.parse(`${start}:00Z`) + startBy * 60_000).toISOString().slice(0, 16)
  return `${at} ${Number(minutes) + endBy - startBy}`
}

const rrules = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=MO;COUNT=12',
]

const shifts = fc
  .record({
    rrule: fc.constantFrom(...rrules),
    hour: fc.integer({ min: 8, max: 15 }),
    left: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 3 }),
    chosen: fc.integer({ min: 0, max: 8 }),
    days: fc.integer({ min: -2, max: 2 }),
    quarters: fc.integer({ min: -8, max: 8 }),
    longer: fc.integer({ min: -3, max: 8 }),
  })
  .map(({ rrule, hour, left, chosen, days, quarters, longer }): Shift & { index: number } => {
    const rule = sampleRule(`2026-11-02T${String(hour).padStart(2, '0')}:00`, 60, rrule)
    const starts = windows(rule).map((each) => each.slice(0, 16))
    const excluded = { ...rule, exdates: left.flatMap((index) => starts[index] ?? []) }
    const index = chosen % windows(excluded).length
    const startBy = days * 1440 + quarters * 15
    return {
      entry: sampleEntry('e', excluded),
      originalStart: windows(excluded)[index]?.slice(0, 16) ?? '',
      startBy,
      endBy: startBy + longer * 15,
      targets: { displayIds: [], groups: [] },
      index,
    }
  })
  .filter(
    ({ entry, startBy, endBy }) => entry.rule.durationMinutes + endBy - startBy > 0 && (startBy !== 0 || endBy !== 0),
  )

function expectation(scope: Scope, { index, startBy, endBy, entry }: Shift & { index: number }): string[] {
  const touched = (place: number): boolean => scope === 'all' || (scope === 'this' ? place === index : place >= index)
  const all = windows(entry.rule).map((each, place) => (touched(place) ? moved(each, startBy, endBy) : each))
  return [...all].sort()
}

// What is looked at ends in a month; away from its edge nothing moves in or out of sight.
const inside = (all: string[]): string[] => all.filter((each) => each < '2027-02-20').sort()

test.each(['this', 'following', 'all'] as const)(
  'carrying %s moves exactly what was meant, and what was left out stays out',
  (scope) => {
    fc.assert(
      fc.property(shifts, (shift) => {
        const edits = editsOf(shift, scope)
        if (edits === null) return
        // A window that lands on another one of the series is one with it.
        expect(inside([...new Set(shown(edits))])).toEqual(inside([...new Set(expectation(scope, shift))]))
      }),
    )
  },
)

const monthly = sampleEntry(
  'm',
  sampleRule('2026-11-10T09:00', 60, 'FREQ=MONTHLY;BYDAY=2TU', { exdates: ['2026-12-08T09:00'] }),
)
const shift = (entry = monthly, more: Partial<Shift> = {}): Shift => ({
  entry,
  originalStart: '2026-11-10T09:00',
  startBy: 60,
  endBy: 60,
  targets: entry.targets,
  ...more,
})

test('an hour later in the whole series, December stays left out', () => {
  expect(shown(editsOf(shift(), 'all'))).toEqual(['2026-11-10T10:00 60', '2027-01-12T10:00 60', '2027-02-09T10:00 60'])
})

test('where one day does not tell about the others only this one can be carried', () => {
  expect(scopesOf(shift(monthly, { startBy: 1440, endBy: 1440 }))).toEqual(['this'])
  const odd = sampleEntry('o', sampleRule('2026-11-02T09:00', 60, 'FREQ=DAILY;BYHOUR=9,15'))
  expect(scopesOf(shift(odd, { originalStart: '2026-11-03T09:00' }))).toEqual(['this'])
  expect(scopesOf(shift(odd, { originalStart: '2026-11-03T09:00', startBy: 0, endBy: 30 }))).toEqual(['this', 'all'])
  expect(scopesOf(shift(sampleEntry('once', sampleRule('2026-11-10T09:00', 60, null))))).toEqual(['all'])
})

test('the 15th carried to the 20th is the 20th of every month, and what was left out in December stays out', () => {
  const rule = sampleRule('2026-11-15T09:00', 60, 'FREQ=MONTHLY;BYMONTHDAY=15', { exdates: ['2026-12-15T09:00'] })
  const edits = editsOf(
    shift(sampleEntry('m', rule), { originalStart: '2026-11-15T09:00', startBy: 7200, endBy: 7200 }),
    'all',
  )
  expect(shown(edits)).toEqual(['2026-11-20T09:00 60', '2027-01-20T09:00 60', '2027-02-20T09:00 60'])
})

test('carried onto a time that was left out, this one gets an entry of its own, and the exclusion stays', () => {
  const rule = sampleRule('2026-11-02T09:00', 60, 'FREQ=DAILY', { exdates: ['2026-11-04T09:00'] })
  const edits = editsOf(
    shift(sampleEntry('d', rule), { originalStart: '2026-11-03T09:00', startBy: 1440, endBy: 1440 }),
    'this',
  )
  expect(edits?.changed?.rule.exdates).toEqual(['2026-11-03T09:00', '2026-11-04T09:00'])
  expect(edits?.added?.rule).toMatchObject({ start: '2026-11-04T09:00', rrule: null })
})

test('for other displays this one is an entry of its own, and the series keeps its displays', () => {
  const targets = { displayIds: ['other'], groups: [] }
  const edits = editsOf(shift(monthly, { startBy: 0, endBy: 0, targets }), 'this')
  expect(edits?.added?.targets).toEqual(targets)
  expect(edits?.changed?.targets).toEqual(monthly.targets)
})

test('a series cut in two counts on', () => {
  const rule = sampleRule('2026-11-02T09:00', 60, 'FREQ=WEEKLY;BYDAY=MO;COUNT=5', { exdates: ['2026-11-09T09:00'] })
  const edits = editsOf(shift(sampleEntry('c', rule), { originalStart: '2026-11-16T09:00' }), 'following')
  expect(windows(edits?.changed?.rule)).toEqual(['2026-11-02T09:00 60'])
  expect(windows(edits?.added?.rule)).toEqual(['2026-11-16T10:00 60', '2026-11-23T10:00 60', '2026-11-30T10:00 60'])
})

test('all-day entries are left out and carried by their days', () => {
  const rule = sampleRule('2026-11-02T00:00', 1440, 'FREQ=WEEKLY;BYDAY=MO', { allDay: true })
  const all = shift(sampleEntry('a', rule), { originalStart: '2026-11-09T00:00', startBy: 1440, endBy: 2880 })
  expect(shown(editsOf(all, 'this')).slice(0, 3)).toEqual([
    '2026-11-02T00:00 1440',
    '2026-11-10T00:00 2880',
    '2026-11-16T00:00 1440',
  ])
})

test('one occurrence can be left out, and only once', () => {
  const rule = without(without(monthly.rule, '2026-11-10T09:00'), '2026-11-10T09:00')
  expect(rule.exdates).toEqual(['2026-11-10T09:00', '2026-12-08T09:00'])
  const added = without({ ...rule, rdates: ['2026-11-20T09:00'] }, '2026-11-20T09:00')
  expect(added.rdates).toEqual([])
})
