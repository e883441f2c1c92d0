import type { DisplayProfile, OnBattery, PlayerState } from '@akari/protocol'
import type { Scenario } from './scenarios.ts'

type Standing = (ordinal: number, shut: 'nothing' | 'nearest' | 'all') => (display: DisplayProfile) => PlayerState

/** The way out on battery: on each floor, and as the battery gets empty. */
export function powerScenarios(now: Date, standing: Standing): Scenario[] {
  const since = new Date(now.getTime() - 4 * 60_000).toISOString()
  const power = (changes: Partial<OnBattery>): OnBattery => ({
    source: 'battery',
    since,
    tier: 'dimmed',
    chargePercent: 92,
    minutesLeft: 70,
    measured: true,
    ...changes,
  })
  const scenario = (
    name: string,
    ordinal: number,
    changes: Partial<OnBattery> = {},
    shut: 'nothing' | 'nearest' | 'all' = 'nothing',
  ): Scenario => ({
    name: `power-${name}`,
    scene: 'guidance',
    state: (display) => ({ ...standing(ordinal, shut)(display), power: power(changes) }),
  })
  return [
    scenario('1f', 0),
    scenario('2f', 1),
    scenario('3f', 2),
    scenario('blocked', 0, {}, 'nearest'),
    scenario('shut', 0, {}, 'all'),
    scenario('still', 0, { tier: 'still', chargePercent: 44, minutesLeft: 25 }),
    scenario('sparing', 2, { tier: 'sparing', chargePercent: 18, minutesLeft: 9 }),
    scenario('ending', 0, { tier: 'ending', chargePercent: 5, minutesLeft: 2 }),
    /** No sensor answers, and the display stands nowhere. */
    scenario('guess', 9, { chargePercent: null, minutesLeft: null, measured: false }),
  ]
}
