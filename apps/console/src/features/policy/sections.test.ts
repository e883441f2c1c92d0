import { Hazard } from '@akari/protocol'
import { expect, test } from 'vitest'
import { alsoFor, bySection, sectionOf, sectionOfHazard, SECTIONS } from './sections.ts'
import { rule } from './testing/rules.ts'

test('every hazard has its place, and no part of the table is without one', () => {
  expect(new Set(Hazard.options.map(sectionOfHazard))).toEqual(new Set(SECTIONS))
})

test('a rule stands where most of its hazards are; one about everything stands under the others', () => {
  expect(sectionOf(rule('a', { hazards: ['heavy-rain', 'flood'] }))).toBe('rain')
  expect(sectionOf(rule('b', { hazards: ['heavy-rain', 'flood', 'tsunami'] }))).toBe('rain')
  expect(sectionOf(rule('c', { hazards: ['heavy-rain', 'tsunami'] }))).toBe('other')
  expect(sectionOf(rule('d', { hazards: null }))).toBe('other')
})

test('a rule about levels stands by the rain, whatever its hazards: hardly anything else has levels', () => {
  expect(sectionOf(rule('a', { levels: [5] }))).toBe('rain')
  expect(sectionOf(rule('b', { intensityAtLeast: '5-' }))).toBe('earth')
  expect(sectionOf(rule('c', { hazards: ['thunder'], levels: [5] }))).toBe('other')
})

test('each part names the rules that stand elsewhere and are about its hazards, too', () => {
  const rules = [rule('level', { levels: [4] }), rule('quake', { hazards: ['earthquake'] }), rule('all')]
  const named = (section: Parameters<typeof alsoFor>[0]) => alsoFor(section, rules).map(({ rule: { id } }) => id)
  expect(named('earth')).toEqual(['all'])
  expect(named('rain')).toEqual(['all'])
  expect(named('city')).toEqual(['level', 'all'])
  expect(named('other')).toEqual([])
})

test('in its part a rule keeps the number it has in the whole table', () => {
  const parts = bySection([
    rule('eew', { hazards: ['earthquake-early-warning'] }),
    rule('rain', { hazards: ['heavy-rain'] }),
    rule('quake', { hazards: ['earthquake'] }),
  ])
  expect(parts.map(({ section }) => section)).toEqual([...SECTIONS])
  expect(parts[0]?.rules.map(({ rule: { id }, index }) => [id, index])).toEqual([
    ['eew', 0],
    ['quake', 2],
  ])
})
