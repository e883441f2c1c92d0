import type { Clock } from '@akari/protocol'
import fc from 'fast-check'
import type { Values } from '../conditions.ts'
import type { DirectState } from '../direct.ts'
import type { Play } from '../member.ts'
import { unroll } from '../unroll.ts'
import { clockAt, stateOf } from './sample.ts'
import { someHeld } from './some-alerts.ts'
import { someInstant, someMs, SPAN_MS } from './some-moments.ts'
import { someProgramme } from './some-programme.ts'

export const someValues: fc.Arbitrary<Values> = fc
  .record({
    temperature: fc.constantFrom(12, 33),
    weather: fc.constantFrom('rain', 'fine'),
    at: someInstant,
    validForMs: fc.integer({ min: 0, max: SPAN_MS }),
  })
  .map(({ temperature, weather, ...told }) => ({
    temperature: { value: temperature, ...told },
    weather: { value: weather, ...told },
  }))

/** Logged plays of interrupts, of any hour, also of entries that are none. */
export const somePlays: fc.Arbitrary<Play[]> = fc.array(
  fc.record({ entryId: fc.constantFrom('e1', 'e2', 'e3', 'gone'), startedAtMs: someMs }),
  { maxLength: 6 },
)

export const someClock: fc.Arbitrary<Clock> = fc
  .record({
    instant: someInstant,
    trust: fc.constantFrom('synced', 'holdover', 'unknown'),
    monotonicMs: fc.double({ min: 0, max: 1e8, noNaN: true }),
  })
  .map(({ instant, ...rest }) => clockAt(instant, rest))

const someTouch = fc.integer({ min: 0, max: 1e8 })
const someVisitor: fc.Arbitrary<DirectState['visitor']> = fc
  .option(fc.tuple(someTouch, fc.integer({ min: 0, max: 90_000 })), { nil: null })
  .map((touches) =>
    touches === null
      ? { language: 'ja' as const, touchedAtMs: null }
      : { language: 'ja' as const, touchedAtMs: touches[0] + touches[1], beganAtMs: touches[0] },
  )

export const someState: fc.Arbitrary<DirectState> = fc
  .record({
    published: fc.option(someProgramme, { nil: null, freq: 8 }),
    alerts: fc.record({
      live: fc.option(someHeld('live'), { nil: null, freq: 6 }),
      drill: fc.option(someHeld('drill'), { nil: null, freq: 6 }),
    }),
    displayId: fc.constantFrom('lobby', 'lobby', null),
    unrolled: fc.tuple(someInstant, someInstant),
    power: fc.constant('mains'),
    visitor: someVisitor,
    values: someValues,
    plays: somePlays,
  })
  .map(({ published, unrolled: [from, to], ...rest }) => {
    const state = stateOf(published, rest)
    /** Half of the time the windows cover everything, else some stretch. */
    if (published === null || from < to) return state
    return { ...state, windows: unroll(published, to, from) }
  })
