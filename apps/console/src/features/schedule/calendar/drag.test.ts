import { expect, test } from 'vitest'
import { sampleRule } from '../../../parts/recurrence/testing/sample-rule.ts'
import { sampleDisplay, sampleEntry } from '../testing/samples.ts'
import { changesAnything, type Grip, gestureAt, isResizable, nudged, stepOf } from './drag.ts'
import { rowsOf } from './rows.ts'

const [row, other] = rowsOf([sampleDisplay('a'), sampleDisplay('b')], new Set())
if (row === undefined || other === undefined) throw new Error('rows are missing')

const occurrence = {
  entryId: 'e',
  startsAt: '2026-11-23T00:07:00.000Z',
  endsAt: '2026-11-23T01:07:00.000Z',
  originalStart: '2026-11-23T09:07',
}
const entry = sampleEntry('e', sampleRule('2026-11-23T09:07', 60, null))
const bar = {
  key: 'e',
  entry,
  occurrences: [occurrence],
  fromMinute: 547,
  toMinute: 607,
  first: { from: 547, to: 607 },
  label: { from: 547, to: 607 },
  lane: 0,
}
const hold = (kind: 'move' | 'start' | 'end'): Grip => ({ kind, row, bar, occurrence, at: 560, from: 547, to: 607 })

test('empty space gives the nearest quarters in either direction, at least one, and in a month whole days', () => {
  const grip: Grip = { kind: 'create', row, at: 545 }
  expect(gestureAt(grip, other, 610, 15)).toMatchObject({ row, from: 540, to: 615 })
  expect(gestureAt(grip, row, 500, 15)).toMatchObject({ from: 495, to: 540 })
  expect(gestureAt(grip, row, 546, 15)).toMatchObject({ from: 540, to: 555 })
  expect(gestureAt(grip, row, 1500, 1440)).toMatchObject({ from: 0, to: 2880 })
})

test('a bar moves by whole steps and into another row, and keeps its length', () => {
  expect(gestureAt(hold('move'), other, 600, 15)).toMatchObject({ row: other, from: 592, to: 652 })
  expect(gestureAt(hold('move'), row, 561, 15)).toMatchObject({ from: 547, to: 607 })
})

test('an edge goes to round times, stays in its row and leaves one step', () => {
  expect(gestureAt(hold('end'), other, 640, 15)).toMatchObject({ row, from: 547, to: 690 })
  expect(gestureAt(hold('end'), row, 0, 15)).toMatchObject({ to: 562 })
  expect(gestureAt(hold('start'), row, 500, 5)).toMatchObject({ from: 485, to: 607 })
  expect(gestureAt(hold('start'), row, 2000, 15)).toMatchObject({ from: 592 })
})

test('only what is somewhere else afterwards is a change', () => {
  expect(changesAnything(gestureAt(hold('move'), row, 561, 15))).toBe(false)
  expect(changesAnything(gestureAt(hold('move'), other, 561, 15))).toBe(true)
  expect(changesAnything(gestureAt(hold('end'), row, 640, 15))).toBe(true)
})

test('the keyboard carries the whole or the end', () => {
  const start = gestureAt(hold('move'), row, 560, 15)
  expect(nudged(start, -15, 'whole', 15)).toMatchObject({ from: 532, to: 592 })
  expect(nudged(start, -90, 'end', 15)).toMatchObject({ from: 547, to: 562 })
})

test('what has no time of its own moves by days and only whole days have edges in a month', () => {
  const allDay = sampleEntry('d', sampleRule('2026-11-23T00:00', 1440, null, { allDay: true }))
  const office = sampleEntry('o', sampleRule('2026-11-23T00:00', 60, null, { daypartId: 'office' }))
  expect([stepOf('day', false), stepOf('week', true), stepOf('month', true)]).toEqual([15, 5, 1440])
  expect([stepOf('week', true, allDay), stepOf('day', false, office)]).toEqual([1440, 1440])
  expect(isResizable(bar, 'week')).toBe(true)
  expect(isResizable(bar, 'month')).toBe(false)
  expect(isResizable({ ...bar, entry: allDay }, 'month')).toBe(true)
  expect(isResizable({ ...bar, entry: office }, 'week')).toBe(false)
})
