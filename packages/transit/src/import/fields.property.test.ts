import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsOn, spanOf, weekdayOf } from '../model/service.ts'
import { readCsv } from './csv.ts'
import { dateText, dayOf, secondsOf } from './fields.ts'

const two = (value: number) => String(value).padStart(2, '0')
const days = fc.integer({ min: dayOf('19000101') ?? 0, max: dayOf('21991231') ?? 0 })

test('a time is the same with and without leading zeros, beyond midnight too', () => {
  fc.assert(
    fc.property(fc.nat(167), fc.nat(59), fc.nat(59), (hours, minutes, seconds) => {
      const total = hours * 3600 + minutes * 60 + seconds
      expect(secondsOf(`${two(hours)}:${two(minutes)}:${two(seconds)}`)).toBe(total)
      expect(secondsOf(`${hours}:${minutes}:${seconds}`)).toBe(total)
      expect(secondsOf(`${hours}:${two(minutes)}`)).toBe(total - seconds)
    }),
  )
})

test('what is no time is never taken for one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), (text) => {
      fc.pre(!/^\d{1,3}:\d{1,2}(:\d{1,2})?$/.test(text) && text !== '')
      expect(secondsOf(text)).toBe(-2)
    }),
  )
  for (const text of ['9:60:00', '9:00:60', '169:00:00', ':00:00', '9::00', '9:00:', '1:2:3:4', '９:00', '900'])
    expect(secondsOf(text)).toBe(-2)
  expect(secondsOf('')).toBe(-1)
})

test('a day is written as it was read, and days that there are not are none', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(dayOf(dateText(day))).toBe(day)
      expect(dayOf(dateText(day).replaceAll('-', ''))).toBe(day)
      expect(weekdayOf(day)).toBe((new Date(dateText(day)).getUTCDay() + 6) % 7)
    }),
  )
  for (const text of ['20260229', '20261301', '2026-11-31', '20260', '', 'tomorrow']) expect(dayOf(text)).toBeNull()
})

test('a service runs as its week says within its days, but for its exceptions; its span is its week’s and that of the days added', () => {
  const day = fc.integer({ min: 20_000, max: 20_040 })
  const exceptions = fc.uniqueArray(day, { maxLength: 12 }).map((list) => new Set(list))
  fc.assert(
    fc.property(fc.nat(127), day, day, exceptions, exceptions, (weekdays, from, until, added, removed) => {
      const service = { id: 's', weekdays, from, until, added, removed }
      const all = Array.from({ length: 61 }, (_, n) => 19_990 + n)
      const expected = all.filter((at) => {
        const week = at >= from && at <= until && (weekdays & (1 << weekdayOf(at))) !== 0
        return !removed.has(at) && (added.has(at) || week)
      })
      expect(all.filter((at) => runsOn(service, at))).toEqual(expected)
      const ofWeek = expected.some((at) => at >= from && at <= until && (weekdays & (1 << weekdayOf(at))) !== 0)
      const limits = [...(ofWeek ? [from, until] : []), ...[...added].filter((at) => !removed.has(at))]
      expect(spanOf([service])).toEqual(
        expected.length === 0 ? null : { first: Math.min(...limits), last: Math.max(...limits) },
      )
    }),
    { numRuns: 300 },
  )
})

test('any table is read as it was written, quoted or not, with any line end, spaces and empty lines between, cut anywhere', () => {
  const value = fc
    .string({ unit: fc.constantFrom('a', '市', '"', ',', '\n', '\r', ' x', '𠮷'), maxLength: 6 })
    .map((text) => text.trim())
  const rows = fc.array(
    fc.tuple(value, value, value).filter((row) => row.some((text) => text !== '')),
    { minLength: 1, maxLength: 20 },
  )
  const gap = fc.constantFrom('', ' ', '\t ')
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), gap, fc.boolean(), (table, end, pad, isEnded) => {
      const quoted = (text: string) => (/[",\r\n]/.test(text) ? `${pad}"${text.replaceAll('"', '""')}"${pad}` : text)
      const lines = ['a,b,c', ...table.map((row) => row.map(quoted).join(','))]
      const text = lines.join(pad === '' ? end : `${end}${pad}${end}`) + (isEnded ? end : '')
      const read: string[][] = []
      const isWhole = readCsv(
        new TextEncoder().encode(text),
        'utf-8',
        3,
        () => [0, 1, 2],
        (fields) => read.push([...fields]),
      )
      expect(isWhole).toBe(true)
      expect(read).toEqual(table)
    }),
    { numRuns: 300 },
  )
})
