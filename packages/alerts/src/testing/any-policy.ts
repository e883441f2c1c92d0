import { type AlertPolicy, AlertClass, Hazard, INTENSITIES, PRESENTATION_MODES, Stage } from '@akari/protocol'
import fc from 'fast-check'

const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const someOf = <T>(all: readonly T[]) => orNull(fc.subarray([...all], { minLength: 1, maxLength: 4 }))
const level = fc.constantFrom(1, 2, 3, 4, 5)

/** How grave an alert says it is, of any hazard whatever. */
export const anyFacts = fc.record({
  hazard: fc.constantFrom(...Hazard.options),
  level: orNull(level),
  class: orNull(fc.constantFrom(...AlertClass.options)),
  intensity: orNull(
    fc.record({ from: fc.constantFrom(...INTENSITIES), to: fc.constantFrom(...INTENSITIES, 'over', '不明') }),
  ),
})

const match = fc.record({
  hazards: someOf(Hazard.options),
  levels: someOf([1, 2, 3, 4, 5] as const),
  classes: someOf(AlertClass.options),
  intensityAtLeast: orNull(fc.constantFrom(...INTENSITIES)),
  channel: fc.constantFrom('live' as const, 'drill' as const, 'both' as const),
})

const returns = fc.oneof(
  fc.constant({ when: 'over' as const }),
  fc.integer({ min: 1, max: 120 }).map((minutes) => ({ when: 'after' as const, minutes })),
)

const act = fc.record({
  mode: fc.constantFrom(...PRESENTATION_MODES, 'none' as const),
  groups: someOf(['ロビー', '窓口', '空', 'なし']),
  sound: fc.record({
    chime: fc.constantFrom('none' as const, 'notice' as const, 'warning' as const, 'urgent' as const),
    speak: fc.boolean(),
    times: fc.integer({ min: 1, max: 5 }),
  }),
  dwellSeconds: fc.integer({ min: 0, max: 3600 }),
  returns,
  stages: fc
    .subarray([...Stage.options])
    .chain((all) =>
      fc.tuple(
        ...all.map((stage) => fc.record({ stage: fc.constant(stage), minutes: fc.integer({ min: 1, max: 60 }) })),
      ),
    ),
})

/** Any table that can be written, sensible or not. */
export const anyPolicy: fc.Arbitrary<AlertPolicy> = fc
  .array(fc.record({ name: fc.constant('試し'), match, act }), { maxLength: 12 })
  .map((rules) => ({ rules: rules.map((rule, index) => ({ id: `r${index}`, ...rule })) }))

export const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ロビー', ['display-1', 'display-2']],
  ['窓口', ['display-2', 'display-3']],
  ['空', []],
])
