import { Alert, type AlertPolicy, type AlertSlot, Channel, Stage } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyTelegram } from '../book/apply-telegram.ts'
import { emptyBook } from '../book/slots.ts'
import { instantAt, msOf } from '../instant.ts'
import { KOGANEI } from '../place.ts'
import { anyFacts, anyPolicy, GROUPS } from '../testing/any-policy.ts'
import { bulletin, intensity, river, tornado, weather } from '../testing/samples.ts'
import { telegram, vxse43 } from '../testing/telegram-xml.ts'
import { DEFAULT_POLICY } from './default-policy.ts'
import { lintPolicy } from './lint-policy.ts'
import { POSSIBLE } from './possible.ts'
import { type PolicyInUse, resolveAlert, resolvePolicy } from './resolve.ts'

const START = msOf('2026-09-20T18:00:00+09:00')
const at = (seconds: number) => instantAt(START + seconds * 1000)
const inUse = (policy: AlertPolicy): PolicyInUse => ({ version: 7, policy, groups: GROUPS })
const anyChannel = fc.constantFrom(...Channel.options)

const [sample] = resolvePolicy(
  applyTelegram(emptyBook(), telegram(weather('大雨', [{ code: '43', status: '発表' }])), KOGANEI, at(0)).book,
  'live',
  inUse(DEFAULT_POLICY),
  at(0),
).shown
if (sample === undefined) throw new Error('the sample raises nothing')
const base: Alert = sample

const anyAlert = fc
  .record({
    facts: anyFacts,
    phase: fc.constantFrom('inForce' as const, 'cleared' as const, 'cancelled' as const),
    kind: fc.constantFrom('jma' as const, 'cap' as const, 'operator' as const, 'device' as const),
    mode: fc.constantFrom('fullScreen' as const, 'banner' as const),
    sent: fc.integer({ min: -7200, max: 0 }),
  })
  .map(
    ({ facts, phase, kind, mode, sent }): Alert => ({
      ...base,
      ...facts,
      phase,
      source: { ...base.source, kind },
      presentation: { ...base.presentation, mode },
      sentAt: at(sent),
    }),
  )

const anySlot: fc.Arbitrary<AlertSlot> = fc
  .array(fc.record({ facts: anyFacts, second: fc.integer({ min: -4000, max: 0 }) }), { maxLength: 5 })
  .map((words) => ({
    alert: null,
    order: [0],
    keepUntil: null,
    said: words.map(({ facts: { hazard: _any, ...facts }, second }, index) => ({
      ...facts,
      order: [index],
      sentAt: at(second),
      heardAt: at(second + 1),
    })),
  }))

test('every alert is resolved by every table to one that can be signed', () => {
  fc.assert(
    fc.property(anyAlert, anySlot, anyPolicy, anyChannel, (alert, slot, policy, channel) => {
      const { alert: told, size } = resolveAlert(alert, slot, channel, inUse(policy), at(0))
      expect(Alert.parse(told)).toEqual(told)
      expect(told.handling?.policy.version).toBe(7)
      if (size !== 'none') expect(told.presentation.mode).toBe(size)
      const stages = told.handling?.stages ?? []
      const froms = stages.map(({ from }) => msOf(from))
      expect(froms).toEqual(froms.toSorted((a, b) => a - b))
      expect(stages.map(({ stage }) => stage)).toEqual(
        Stage.options.filter((each) => stages.some((s) => s.stage === each)),
      )
      expect({ ...told, handling: null, target: null, presentation: null }).toEqual({
        ...alert,
        handling: null,
        target: null,
        presentation: null,
      })
    }),
    { numRuns: 1000 },
  )
})

test('whatever the table says, no drill has a chime, and nothing that is over or was wrong is heard', () => {
  fc.assert(
    fc.property(anyAlert, anySlot, anyPolicy, anyChannel, (alert, slot, policy, channel) => {
      const { sound } = resolveAlert(alert, slot, channel, inUse(policy), at(0)).alert.handling ?? {}
      if (channel === 'drill' || alert.phase !== 'inForce') expect(sound?.chime).toBe('none')
    }),
    { numRuns: 1000 },
  )
})

test('what a person sends is never smaller than they chose, and goes where they said', () => {
  fc.assert(
    fc.property(anyAlert, anyPolicy, anyChannel, (alert, policy, channel) => {
      fc.pre(alert.source.kind === 'operator')
      const { alert: told, size } = resolveAlert(alert, null, channel, inUse(policy), at(0))
      expect(told.target).toEqual(alert.target)
      if (alert.presentation.mode === 'fullScreen') expect(size).toBe('fullScreen')
      expect(size).not.toBe('none')
    }),
    { numRuns: 1000 },
  )
})

/** The default table with one of its flags another. */
const mutated: fc.Arbitrary<AlertPolicy> = fc
  .tuple(
    fc.nat(DEFAULT_POLICY.rules.length - 1),
    fc.nat(2),
    fc.boolean(),
    fc.constantFrom('live', 'drill', 'none', 'urgent', 'banner'),
  )
  .map(
    ([row, flag, speak, value]): AlertPolicy => ({
      rules: DEFAULT_POLICY.rules.map((rule, index) => {
        if (index !== row) return rule
        const { match, act } = rule
        if (flag === 0) return { ...rule, match: { ...match, channel: value === 'live' ? 'live' : 'drill' } }
        if (flag === 1)
          return {
            ...rule,
            act: { ...act, sound: { ...act.sound, speak, chime: value === 'urgent' ? 'urgent' : 'none' } },
          }
        return { ...rule, act: { ...act, mode: value === 'none' ? 'none' : 'banner' } }
      }),
    }),
  )

test('one flipped flag of the shipped table gives no drill a chime, and leaves no live alert without a rule unless it is refused', () => {
  fc.assert(
    fc.property(mutated, (policy) => {
      const uncovered = lintPolicy(policy, { groups: GROUPS }).filter(
        ({ code, severity }) => code === 'hazard-uncovered' && severity === 'error',
      )
      for (const { facts, channel } of POSSIBLE) {
        const { handling } = resolveAlert({ ...base, ...facts }, null, channel, inUse(policy), at(0)).alert
        if (channel === 'drill') expect(handling?.sound.chime).toBe('none')
        if (channel === 'live' && handling?.policy.ruleId === 'no-rule') {
          expect(uncovered.map(({ hazard }) => hazard)).toContain(facts.hazard)
        }
      }
    }),
    { numRuns: 150 },
  )
})

const status = fc.constantFrom('発表', '発表', '解除')
type Rest = { reportedAt: string; status: string }
const made: fc.Arbitrary<(rest: Rest) => string> = fc.oneof(
  fc.tuple(fc.constantFrom('33', '43', '03', '10'), status).map(
    ([code, is]) =>
      (rest: Rest) =>
        weather('大雨', [{ code, status: is }], rest),
  ),
  fc.constantFrom('10', '20', '30', '51').map((code) => (rest: Rest) => river(code, ['1321000'], rest)),
  fc.constantFrom('1', '0').map((code) => (rest: Rest) => tornado(code, rest)),
  fc.constantFrom('3', '4', '5-').map((area) => (rest: Rest) => intensity('VXSE51', { area }, rest)),
  fc.constantFrom('線状降水帯発生', '線状降水帯直前').map((tag) => (rest: Rest) => bulletin(tag, '130010', null, rest)),
  fc
    .constantFrom('10', '11')
    .map((kind) => (rest: Rest) => vxse43({ areas: [{ code: '351', kind }], ...rest, serial: '1' })),
)

/** Telegrams of some minutes, and the same in another order with some of them twice. */
const shuffled = fc
  .uniqueArray(fc.record({ second: fc.nat(300), status: fc.constantFrom('通常', '通常', '訓練'), make: made }), {
    selector: ({ second }) => second,
    minLength: 2,
    maxLength: 10,
  })
  .map((all) => all.map(({ second, make, status: is }) => telegram(make({ reportedAt: at(second), status: is }))))
  .chain((all) =>
    fc
      .subarray(all)
      .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }))
      .map((mixed) => ({ all, mixed })),
  )

test('any order and any repetition of the same telegrams are shown the same way, for as long', () => {
  const bookOf = (all: readonly ReturnType<typeof telegram>[]) =>
    all.reduce((book, each) => applyTelegram(book, each, KOGANEI, at(310)).book, emptyBook())
  const shown = (all: readonly ReturnType<typeof telegram>[], second: number) =>
    Channel.options.map((channel) =>
      resolvePolicy(bookOf(all), channel, inUse(DEFAULT_POLICY), at(second)).shown.filter(
        ({ phase }) => phase === 'inForce',
      ),
    )
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 310, max: 900 }), ({ all, mixed }, second) => {
      expect(shown(mixed, second)).toEqual(shown(all, second))
    }),
    { numRuns: 300 },
  )
})
