import type { AlertPolicy, PolicyFinding, PolicyRule } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPolicy, GROUPS } from '../testing/any-policy.ts'
import { DEFAULT_POLICY } from './default-policy.ts'
import { lintPolicy } from './lint-policy.ts'
import { ruleFor } from './match.ts'
import { POSSIBLE } from './possible.ts'

const lint = (policy: AlertPolicy) => lintPolicy(policy, { groups: GROUPS })
const told = (policy: AlertPolicy) => lint(policy).map(({ severity, code, ruleIds }) => [severity, code, ...ruleIds])

type Change = { match?: Partial<PolicyRule['match']>; act?: Partial<PolicyRule['act']> }
function changed(id: string, { match, act }: Change): AlertPolicy {
  return {
    rules: DEFAULT_POLICY.rules.map((each) =>
      each.id === id ? { ...each, match: { ...each.match, ...match }, act: { ...each.act, ...act } } : each,
    ),
  }
}
function rule(id: string): PolicyRule {
  const found = DEFAULT_POLICY.rules.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}
/** Before all others, so that it is reached. */
const first = (...rules: PolicyRule[]): AlertPolicy => ({ rules: [...rules, ...DEFAULT_POLICY.rules] })
const last = (...rules: PolicyRule[]): AlertPolicy => ({ rules: [...DEFAULT_POLICY.rules, ...rules] })

test('the shipped table has nothing wrong, and a rule for each alert that there can be on both channels', () => {
  expect(lint(DEFAULT_POLICY)).toEqual([])
  expect(POSSIBLE.filter(({ facts, channel }) => ruleFor(DEFAULT_POLICY, facts, channel) === null)).toEqual([])
})

test('two rules of one name', () => {
  expect(told(first({ ...rule('dry-fog'), id: 'other' }))).toContainEqual(['error', 'duplicate-id', 'other'])
})

test('a rule that an earlier one wholly contains, or several together', () => {
  const fogOnly = { ...rule('dry-fog'), id: 'fog', match: { ...rule('dry-fog').match, hazards: ['fog' as const] } }
  expect(told(last(fogOnly))).toEqual([['error', 'never-reached', 'fog', 'dry-fog']])
  const both = {
    ...rule('dry-fog'),
    id: 'both',
    match: { ...rule('dry-fog').match, hazards: ['fire' as const, 'power-loss' as const] },
  }
  expect(told({ rules: [...DEFAULT_POLICY.rules.slice(0, -1), both, rule('other')] })).toEqual([
    ['error', 'never-reached', 'both', 'fire', 'power-loss'],
  ])
})

test('the same conditions with another act, whatever the order of their lists', () => {
  const { match, act } = rule('dry-fog')
  const again = {
    ...rule('dry-fog'),
    id: 'again',
    match: { ...match, hazards: (match.hazards ?? []).toReversed() },
    act: { ...act, mode: 'banner' as const },
  }
  expect(told(last(again))).toEqual([['error', 'contradiction', 'again', 'dry-fog']])
})

test('conditions that nothing can meet, and hazards that stand there for nothing', () => {
  const levelled = { ...rule('thunder').match, levels: [3 as const] }
  expect(told(first({ ...rule('thunder'), id: 'x', match: levelled }))).toEqual([['error', 'impossible-match', 'x']])
  const felt = { ...rule('level-4').match, hazards: ['flood' as const], levels: null, intensityAtLeast: '4' as const }
  expect(told(first({ ...rule('level-4'), id: 'x', match: felt }))).toEqual([['error', 'impossible-match', 'x']])
  expect(lint(changed('level-2', { match: { hazards: ['flood', 'storm'] } }))).toMatchObject([
    { severity: 'warning', code: 'impossible-match', ruleIds: ['level-2'], hazard: 'storm' },
  ])
})

test('hazards that no rule decides, on each channel by itself', () => {
  const found = lint({ rules: DEFAULT_POLICY.rules.filter(({ id }) => id !== 'dry-fog' && id !== 'other') })
  expect(found.filter(({ hazard }) => hazard === 'fog')).toMatchObject([
    { severity: 'error', code: 'hazard-uncovered', channel: 'live' },
    { severity: 'warning', code: 'hazard-uncovered', channel: 'drill' },
  ])
  expect(found.filter(({ hazard }) => hazard === 'fire')).toEqual([])
  expect(lint({ rules: [] }).filter(({ code }) => code === 'hazard-uncovered')).toHaveLength(48)
})

test('a chime on a rule that is for drills alone', () => {
  const drill = { ...rule('fire'), id: 'drill-fire', match: { ...rule('fire').match, channel: 'drill' as const } }
  expect(told(first(drill))).toEqual([['error', 'drill-sounds-live', 'drill-fire']])
  const quiet = { ...drill, act: { ...drill.act, sound: { ...drill.act.sound, chime: 'none' as const } } }
  expect(told(first(quiet))).toEqual([])
})

test('an early warning that is silent, small, or turns pages', () => {
  const { sound } = rule('eew').act
  expect(told(changed('eew', { act: { sound: { ...sound, chime: 'none' } } }))).toEqual([
    ['error', 'early-warning-silent', 'eew'],
  ])
  const pages = [...rule('eew').act.stages, { stage: 'route' as const, minutes: 1 }]
  expect(told(changed('eew', { act: { stages: pages } }))).toEqual([['error', 'early-warning-paged', 'eew']])
  expect(told(changed('eew', { act: { mode: 'banner' } }))).toEqual([['warning', 'warning-not-full-screen', 'eew']])
})

test('what calls for the whole screen and does not get it', () => {
  for (const id of ['level-5', 'level-4', 'level-3', 'special', 'earthquake-strong', 'evacuation']) {
    expect(told(changed(id, { act: { mode: 'ticker' } }))).toEqual([['warning', 'warning-not-full-screen', id]])
  }
})

test('stages out of their order', () => {
  const stages = [...rule('level-4').act.stages].toReversed()
  expect(told(changed('level-4', { act: { stages } }))).toEqual([['error', 'stage-order', 'level-4']])
})

test('groups that do not exist, and groups without displays', () => {
  expect(lint(changed('level-4', { act: { groups: ['ロビー', '別館', '空'] } }))).toMatchObject([
    { severity: 'warning', code: 'unknown-group', ruleIds: ['level-4'], group: '別館' },
    { severity: 'warning', code: 'empty-group', ruleIds: ['level-4'], group: '空' },
  ])
})

test('any table can be looked at, and a table without errors has a reachable rule for each live alert', () => {
  const isError = ({ severity }: PolicyFinding) => severity === 'error'
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      const merged = { rules: [...policy.rules, ...DEFAULT_POLICY.rules] }
      const findings = lint(merged)
      const lost = POSSIBLE.filter(
        ({ facts, channel }) => channel === 'live' && ruleFor(merged, facts, channel) === null,
      )
      expect(lost).toEqual([])
      for (const each of merged.rules) {
        const decides = POSSIBLE.some(({ facts, channel }) => ruleFor(merged, facts, channel) === each)
        const blamed = findings.some((f) => isError(f) && f.ruleIds[0] === each.id)
        expect(decides || blamed).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
