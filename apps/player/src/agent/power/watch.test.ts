import { type Power, PowerTier } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, type Heard, LOST_AFTER_MS, type Supply } from './judge.ts'
import { minutesOf, steadyMinutes } from './tiers.ts'
import { BACK_FOR_MS, ON_MAINS, step, type Watch } from './watch.ts'

const START = Date.parse('2026-11-28T05:00:00Z')
const at = (ms: number) => ({ instant: new Date(START + ms).toISOString(), monotonicMs: ms, batteryMinutes: 60 })
const MAINS: Supply = { source: 'mains' }
const UNKNOWN: Supply = { source: 'unknown' }
const battery = (
  chargePercent: number | null,
  minutes: number | null = null,
  alarm: 'none' | 'low' | 'forced' = 'none',
): Supply => ({
  source: 'battery',
  chargePercent,
  secondsLeft: minutes === null ? null : minutes * 60,
  alarm,
})
const run = (...looks: [number, Supply][]): Watch =>
  looks.reduce((watch, [ms, supply]) => step(watch, supply, at(ms)), ON_MAINS)
const tierAfter = (...supplies: Supply[]): string => {
  const { power } = run(...supplies.map((supply, n): [number, Supply] => [n * 500, supply]))
  return power === 'mains' ? power : power.tier
}

describe('the watch over the supply', () => {
  it('is on battery with the first look that says so, and says since when', () => {
    expect(run([0, MAINS], [500, battery(97, 74)]).power).toEqual({
      source: 'battery',
      since: '2026-11-28T05:00:00.500Z',
      tier: 'dimmed',
      chargePercent: 97,
      minutesLeft: 70,
      measured: true,
    })
  })

  it('goes back when the mains has been there for thirty seconds on end, not before', () => {
    const cut: [number, Supply][] = [[0, battery(80, 60)]]
    const back = run(...cut, [1000, MAINS], [30_999, MAINS])
    expect(back.power).toMatchObject({ since: '2026-11-28T05:00:00.000Z', minutesLeft: null })
    expect(step(back, MAINS, at(1000 + BACK_FOR_MS)).power).toBe('mains')
    const flapping = run(...cut, [1000, MAINS], [20_000, battery(79, 60)], [21_000, MAINS], [50_000, MAINS])
    expect(flapping.power).toMatchObject({ source: 'battery', since: '2026-11-28T05:00:00.000Z' })
    expect(step(flapping, MAINS, at(51_000)).power).toBe('mains')
  })

  it.each([
    [battery(51, 60), 'dimmed'],
    [battery(50, 60), 'still'],
    [battery(90, 25), 'still'],
    [battery(20), 'sparing'],
    [battery(90, 10), 'sparing'],
    [battery(60, null, 'low'), 'sparing'],
    [battery(5), 'ending'],
    [battery(90, 2), 'ending'],
    [battery(100, 90, 'forced'), 'ending'],
    [battery(null), 'dimmed'],
  ] as const)('%j is %s', (supply, tier) => {
    expect(tierAfter(supply)).toBe(tier)
  })

  it('never becomes less sparing while the cut lasts', () => {
    const some = fc.oneof(
      fc.record({
        source: fc.constant('battery' as const),
        chargePercent: fc.option(fc.float({ min: 0, max: 100, noNaN: true })),
        secondsLeft: fc.option(fc.integer({ min: 0, max: 10_000 })),
        alarm: fc.constantFrom('none' as const, 'low' as const, 'forced' as const),
      }),
      fc.constant(UNKNOWN),
      fc.constant(MAINS),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000 }), some)), (looks) => {
        let [watch, ms] = [ON_MAINS, 0]
        for (const [wait, supply] of looks) {
          ms += wait
          const next = step(watch, supply, at(ms))
          const [a, b] = [rank(watch.power), rank(next.power)]
          if (a !== null && b !== null) expect(b).toBeGreaterThanOrEqual(a)
          watch = next
        }
      }),
    )
  })

  it('goes by the time that the battery is taken to last where nobody measures, and never to its end', () => {
    const minutes = (n: number): [number, Supply] => [n * 60_000, UNKNOWN]
    expect(run(minutes(0)).power).toMatchObject({ tier: 'dimmed', measured: false, minutesLeft: null })
    expect(run(minutes(0), minutes(30)).power).toMatchObject({ tier: 'still' })
    expect(run(minutes(0), minutes(48)).power).toMatchObject({ tier: 'sparing' })
    expect(run(minutes(0), minutes(600)).power).toMatchObject({ tier: 'sparing' })
  })

  it('stays the same object while nothing changes that anybody is told', () => {
    const before = run([0, battery(80, 44)])
    expect(step(before, battery(79, 42), at(500))).toBe(before)
    expect(step(before, battery(79, 39), at(500))).not.toBe(before)
    expect(step(ON_MAINS, MAINS, at(500))).toBe(ON_MAINS)
  })
})

describe('minutes', () => {
  it('are told in tens, fives and ones, always down, and do not waver', () => {
    expect([7300, 3599, 1799, 600, 59].map(minutesOf)).toEqual([120, 55, 25, 10, 0])
    expect(steadyMinutes(25, 30)).toBe(25)
    expect(steadyMinutes(25, 40)).toBe(40)
    expect(steadyMinutes(25, 20)).toBe(20)
    expect(steadyMinutes(null, 20)).toBe(20)
  })
})

describe('the sensors together', () => {
  const on = (mains: boolean, changes: Partial<Heard> = {}): Heard => ({
    kind: 'nut',
    reading: { mains, chargePercent: 90, secondsLeft: 3600, alarm: 'none' },
    silentForMs: 0,
    vouches: true,
    ...changes,
  })
  const lost = { silentForMs: LOST_AFTER_MS + 1 }

  it('believe the one that says battery, with the worst figures', () => {
    const worn = on(false, { reading: { mains: false, chargePercent: 30, secondsLeft: null, alarm: 'low' } })
    expect(judge([on(true), on(false), worn])).toEqual({
      source: 'battery',
      chargePercent: 30,
      secondsLeft: 3600,
      alarm: 'low',
    })
  })

  it('take the silence of one that vouches for battery, of another for nothing', () => {
    expect(judge([on(true, lost)])).toEqual(UNKNOWN)
    expect(judge([on(true), on(true, lost)])).toEqual(UNKNOWN)
    expect(judge([on(false, { ...lost, vouches: false })])).toEqual(MAINS)
    expect(judge([{ kind: 'nut', reading: null, silentForMs: 9_000, vouches: true }])).toEqual(MAINS)
    expect(judge([])).toEqual(MAINS)
  })
})

function rank(power: Power): number | null {
  return power === 'mains' ? null : PowerTier.options.indexOf(power.tier)
}
