import { Daypart, OfficeCalendar } from '@akari/protocol'
import { expect, test } from 'vitest'
import { type Conflicting, conflictsOf } from './conflicts.ts'
import { entry, rule } from './testing/sample.ts'

const FROM = '2026-11-02T00:00:00+09:00'
const TO = '2026-11-04T00:00:00+09:00'
const LOBBY = { id: 'lobby', groups: ['ロビー'], tags: [] }
const WAITING = { id: 'waiting', groups: ['ロビー'], tags: [] }
const OUTSIDE = { id: 'outside', groups: [], tags: [] }
const DISPLAYS = [LOBBY, WAITING, OUTSIDE]

function at(id: string, changes: Partial<Conflicting> = {}): Conflicting {
  return { ...entry(id), targets: { displayIds: [], groups: ['ロビー'] }, ...changes }
}

const once = (start: string, durationMinutes: number) => rule({ start, durationMinutes, rrule: null })

test('the higher priority is shown, the other is behind it, told once for all displays on which it is so', () => {
  const { conflicts, hidden } = conflictsOf(
    [at('office'), at('fair', { priority: 'high', rule: once('2026-11-02T09:30', 60) })],
    DISPLAYS,
    FROM,
    TO,
  )
  expect(conflicts).toEqual([
    {
      from: '2026-11-02T00:30:00.000Z',
      to: '2026-11-02T01:00:00.000Z',
      displayIds: ['lobby', 'waiting'],
      part: 'glass',
      shown: [{ entryId: 'fair', originalStart: '2026-11-02T09:30' }],
      behind: [{ entryId: 'office', originalStart: '2026-11-02T09:00', because: 'priority', onHigher: 'stop' }],
      mixed: [],
    },
  ])
  expect(hidden).toEqual([])
})

test('equals take turns by their order', () => {
  const { conflicts } = conflictsOf([at('b'), at('a', { order: 1 })], [LOBBY], FROM, TO)
  expect(conflicts.map(({ shown, behind }) => [shown.map(({ entryId }) => entryId), behind])).toEqual([
    [['b', 'a'], []],
    [['b', 'a'], []],
  ])
})

test('an entry that is never seen is told, and by whom it is hidden', () => {
  const long = at('long', { priority: 'urgent', rule: rule({ start: '2026-11-02T08:00', durationMinutes: 300 }) })
  const { hidden } = conflictsOf([at('office'), long], DISPLAYS, FROM, TO)
  expect(hidden).toEqual([{ entryId: 'office', displayIds: ['lobby', 'waiting'], by: ['long'] }])
  const conditional = { ...long, conditions: [{ value: 'temperature', is: { atLeast: 31 } }] }
  const heat = conflictsOf([at('office'), conditional], DISPLAYS, FROM, TO)
  expect(heat.hidden).toEqual([])
  expect(heat.conflicts[0]?.shown).toEqual([{ entryId: 'long', originalStart: '2026-11-02T08:00', conditional: true }])
})

test('interrupts mix in with their share, and hide the rest when they ask for everything', () => {
  const interrupt = (id: string, percent: number) =>
    at(id, { role: { kind: 'interrupt', share: { percent }, maxPlaysPerHour: null } })
  const tenth = conflictsOf([at('office'), interrupt('spot', 10)], [LOBBY], FROM, TO)
  expect(tenth.conflicts[0]).toMatchObject({ shown: [{ entryId: 'office' }], mixed: [{ entryId: 'spot', share: 0.1 }] })
  expect(tenth.hidden).toEqual([])
  const all = conflictsOf([at('office'), interrupt('a', 100), interrupt('b', 100)], [LOBBY], FROM, TO)
  expect(all.conflicts[0]?.mixed.map(({ share }) => share)).toEqual([0.5, 0.5])
  expect(all.hidden).toEqual([{ entryId: 'office', displayIds: ['lobby'], by: ['a', 'b'] }])
})

test('one that never comes back is dropped for the rest of its window', () => {
  const day = at('day', { onHigher: 'never', rule: once('2026-11-02T09:00', 240) })
  const fair = at('fair', { priority: 'high', rule: once('2026-11-02T10:00', 60) })
  const { conflicts } = conflictsOf([day, fair], [LOBBY], FROM, TO)
  expect(conflicts.map(({ from, shown, behind }) => [from.slice(11, 16), shown.length, behind[0]?.because])).toEqual([
    ['01:00', 1, 'priority'],
    ['02:00', 0, 'dropped'],
  ])
})

test('lines beside the glass compete among themselves only', () => {
  const line = (id: string) => at(id, { role: { kind: 'overlay' } })
  const { conflicts } = conflictsOf([at('office'), line('a'), line('b')], [LOBBY], FROM, TO)
  expect(conflicts.map(({ part, shown }) => [part, shown.map(({ entryId }) => entryId)])).toEqual([
    ['line', ['a', 'b']],
    ['line', ['a', 'b']],
  ])
})

test('days and dayparts keep entries apart', () => {
  const calendar = OfficeCalendar.parse({ closedDates: ['2026-11-03'] })
  const dayparts = [Daypart.parse({ id: 'noon', name: '昼', times: [{ start: '09:30', end: '13:00' }] })]
  const entries = [
    at('office', { rule: rule({ days: { only: null, except: ['closed'] } }) }),
    at('noon', { priority: 'high', rule: rule({ daypartId: 'noon' }) }),
  ]
  const { conflicts } = conflictsOf(entries, [LOBBY], FROM, TO, { calendar, dayparts })
  expect(conflicts.map(({ from, to }) => [from, to])).toEqual([
    ['2026-11-02T00:30:00.000Z', '2026-11-02T01:00:00.000Z'],
  ])
})

test('asked about one entry, it tells nothing of the others', () => {
  const entries = [at('a'), at('b'), at('fair', { targets: { displayIds: ['outside'], groups: [] } }), at('alone')]
  const about = conflictsOf(entries, DISPLAYS, FROM, TO, { about: 'fair' })
  expect(about).toEqual({ conflicts: [], hidden: [] })
  expect(conflictsOf(entries, DISPLAYS, FROM, TO, { about: 'a' }).conflicts).toHaveLength(2)
})
