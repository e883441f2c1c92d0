import { occurrences } from '@akari/programme'
import type { EntryView, Occurrence } from '@akari/protocol'
import { expect, test } from 'vitest'
import { sampleRule } from '../../../parts/recurrence/testing/sample-rule.ts'
import { sampleEntry } from '../testing/samples.ts'
import { barsOf, folded } from './bars.ts'
import { spanOf } from './span.ts'

const week = spanOf('week', '2026-11-25')
const month = spanOf('month', '2026-11-25')

const dueIn =
  (span: typeof week) =>
  ({ id, rule }: EntryView): Occurrence[] =>
    occurrences(rule, span.from, span.to).map((one) => ({ entryId: id, ...one }))

test('a night is one bar over midnight, and one that began before the week is cut off at its start', () => {
  const night = sampleEntry('night', sampleRule('2026-11-22T22:00', 480, 'FREQ=WEEKLY;BYDAY=SU,FR'))
  const { bars } = barsOf(week, [night], dueIn(week))
  expect(bars.map(({ fromMinute, toMinute }) => [fromMinute, toMinute])).toEqual([
    [-120, 360],
    [4 * 1440 + 1320, 5 * 1440 + 360],
    [6 * 1440 + 1320, 7 * 1440 + 360],
  ])
})

test('no bar covers another, and the more important stands above', () => {
  const low = sampleEntry('low', sampleRule('2026-11-23T08:00', 600, null))
  const top = sampleEntry('top', sampleRule('2026-11-23T09:00', 60, null), { priority: 'top' })
  const later = sampleEntry('later', sampleRule('2026-11-25T09:00', 60, null))
  const { bars, lanes } = barsOf(week, [low, top, later], dueIn(week))
  expect(bars.map(({ entry, lane }) => [entry.id, lane])).toEqual([
    ['top', 0],
    ['low', 1],
    ['later', 0],
  ])
  expect(lanes).toBe(2)
})

test('a text that is longer than its bar stays within its day of a week, and within the picture of a day', () => {
  const evening = sampleEntry('evening', sampleRule('2026-11-25T20:00', 60, null))
  const dayOf = (minute: number) => Math.floor(minute / 1440)
  const [bar] = barsOf(week, [evening], dueIn(week)).bars
  expect(bar?.label).toEqual({ from: 2 * 1440 + 120, to: 3 * 1440 })
  expect(dayOf(bar?.label.from ?? 0)).toBe(dayOf(bar?.fromMinute ?? -1))
  const day = spanOf('day', '2026-11-25')
  const late = sampleEntry('late', sampleRule('2026-11-25T23:30', 30, null))
  expect(barsOf(day, [late], dueIn(day)).bars[0]?.label).toEqual({ from: 1440 - 150, to: 1440 })
  const morning = sampleEntry('morning', sampleRule('2026-11-25T09:00', 30, null))
  expect(barsOf(day, [morning], dueIn(day)).bars[0]?.label).toEqual({ from: 540, to: 540 + 150 })
})

test('what is mixed in and what runs as a line stand below what is scheduled', () => {
  const rule = sampleRule('2026-11-23T09:00', 60, null)
  const line = sampleEntry('line', rule, { priority: 'top', role: { kind: 'overlay' } })
  const spot = sampleEntry('spot', rule, { role: { kind: 'interrupt', share: { percent: 5 }, maxPlaysPerHour: null } })
  const { bars } = barsOf(week, [line, spot, sampleEntry('plain', rule)], dueIn(week))
  expect(bars.map(({ entry }) => entry.id)).toEqual(['plain', 'spot', 'line'])
})

test('in a month the days in a row of one entry are one bar, and a day between them parts it', () => {
  const office = sampleEntry('office', sampleRule('2026-11-02T08:30', 525, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'))
  const { bars, lanes } = barsOf(month, [office], dueIn(month))
  expect(bars.map(({ fromMinute, toMinute }) => [fromMinute / 1440, toMinute / 1440])).toEqual([
    [1, 6],
    [8, 13],
    [15, 20],
    [22, 27],
    [29, 30],
  ])
  expect(bars[0]?.occurrences).toHaveLength(5)
  expect(lanes).toBe(1)
})

test('a bar of the month is as many days as it lasts, also at two times of one day', () => {
  const days = sampleEntry('days', sampleRule('2026-11-10T00:00', 3 * 1440, null, { allDay: true }))
  const twice = sampleEntry('twice', sampleRule('2026-11-20T09:00', 60, null, { rdates: ['2026-11-20T15:00'] }))
  const { bars } = barsOf(month, [days, twice], dueIn(month))
  expect(bars.map(({ fromMinute, toMinute }) => [fromMinute / 1440, toMinute / 1440])).toEqual([
    [9, 12],
    [19, 20],
    [19, 20],
  ])
})

test('a folded row says how many bars it leaves out', () => {
  const all = ['a', 'b', 'c'].map((id) => sampleEntry(id, sampleRule('2026-11-23T09:00', 60, null)))
  expect(folded(barsOf(week, all, dueIn(week)), 2)).toMatchObject({ lanes: 2, hidden: 1 })
})
