import { expect, test } from 'vitest'
import { decidingRule, type Situation } from './deciding.ts'
import { rule } from './testing/rules.ts'

const rain: Situation = { hazard: 'heavy-rain', level: 4, class: 'danger', intensity: null, channel: 'live' }

test('the first rule that matches decides, not the most particular one', () => {
  const rules = [rule('all'), rule('rain', { hazards: ['heavy-rain'], levels: [4] })]
  expect(decidingRule(rules, rain)?.id).toBe('all')
  expect(decidingRule(rules.toReversed(), rain)?.id).toBe('rain')
})

test('a rule that asks for a level or a class does not match what has none', () => {
  const rules = [rule('level', { levels: [4, 5] }), rule('class', { classes: ['warning'] })]
  expect(decidingRule(rules, { ...rain, level: null, class: null })).toBeNull()
  expect(decidingRule(rules, { ...rain, level: null, class: 'warning' })?.id).toBe('class')
})

test('5弱 or more is 5弱, 5強 and above, not 4, and nothing without 震度', () => {
  const rules = [rule('strong', { intensityAtLeast: '5-' })]
  const quake: Situation = { ...rain, hazard: 'earthquake', level: null, class: null }
  expect(decidingRule(rules, { ...quake, intensity: '5-' })?.id).toBe('strong')
  expect(decidingRule(rules, { ...quake, intensity: '7' })?.id).toBe('strong')
  expect(decidingRule(rules, { ...quake, intensity: '4' })).toBeNull()
  expect(decidingRule(rules, quake)).toBeNull()
})

test('a rule for drills says nothing of a live alert', () => {
  const rules = [rule('drill', { channel: 'drill' }), rule('live', { channel: 'live' })]
  expect(decidingRule(rules, rain)?.id).toBe('live')
  expect(decidingRule(rules, { ...rain, channel: 'drill' })?.id).toBe('drill')
})
