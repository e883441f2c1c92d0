import { Clock, Programme } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DirectState, type Direction, direct } from './direct.ts'
import { someInstant } from './testing/some-moments.ts'
import { someProgramme } from './testing/some-programme.ts'
import { somePlays, someValues } from './testing/some-state.ts'
import { clockAt, stateOf } from './testing/sample.ts'
import { unroll } from './unroll.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What can be seen; until when it holds may end with what was unrolled. */
function seen({ scene, layer, item, loop, panel, ticker, notice }: Direction) {
  return { scene, layer, item, loop, panel, ticker, notice }
}

/** Over the wire and through a file. */
function carried(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('a display, the CMS and a display that started a moment ago', () => {
  it('decide the same from the same programme, values and plays, whatever each has unrolled', () => {
    fc.assert(
      fc.property(someProgramme, someInstant, someValues, somePlays, (published, instant, values, plays) => {
        const nowMs = Date.parse(instant)
        const clock = clockAt(instant)
        const span = (programme: Programme, behindMs: number, aheadMs: number) =>
          unroll(programme, new Date(nowMs - behindMs).toISOString(), new Date(nowMs + aheadMs).toISOString())
        const running: DirectState = {
          ...stateOf(published, { values, plays }),
          windows: span(published, DAY_MS, 45 * DAY_MS),
        }
        const started: DirectState = { ...running, windows: span(published, DAY_MS, 6 * HOUR_MS) }
        const wired = Programme.parse(carried(published))
        const cms: DirectState = {
          ...stateOf(wired, carried({ values, plays }) as Pick<DirectState, 'values' | 'plays'>),
          windows: span(wired, DAY_MS, 2 * DAY_MS),
        }
        const shown = seen(direct(running, clock))
        expect(seen(direct(started, clock))).toEqual(shown)
        expect(seen(direct(cms, Clock.parse(carried(clock))))).toEqual(shown)
      }),
      { numRuns: 150 },
    )
  })
})
