import { type OnBattery, PowerTier } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { ladderAt } from './ladder.ts'
import { someClock, someState } from './testing/some-state.ts'
import { alert, BANNER, clockAt, entry, held, programme, stateOf } from './testing/sample.ts'

const NOON = clockAt('2026-11-02T12:00:00+09:00')
const battery = (changes: Partial<OnBattery> = {}): OnBattery => ({
  source: 'battery',
  since: '2026-11-02T02:58:00.000Z',
  tier: 'dimmed',
  chargePercent: 90,
  minutesLeft: 70,
  measured: true,
  ...changes,
})
const someBattery = fc.constantFrom(...PowerTier.options).map((tier) => battery({ tier }))

describe('on battery', () => {
  it('shows the way out in place of whatever is scheduled, and says since when', () => {
    const state = stateOf(programme({ entries: [entry('office')] }), { power: battery() })
    expect(direct(state, NOON)).toMatchObject({
      scene: { kind: 'guidance' },
      layer: 'power',
      item: null,
      panel: 'on',
      reasons: [{ code: 'on-battery', since: '2026-11-02T02:58:00.000Z' }],
    })
  })

  it('lights the panel whatever the hours say, and before the first programme', () => {
    fc.assert(
      fc.property(someState, someClock, someBattery, (state, clock, power) => {
        const shown = direct({ ...state, power }, clock)
        expect(['emergency', 'power']).toContain(shown.layer)
        expect(shown.panel).toBe('on')
        expect(Date.parse(shown.validUntil)).toBeGreaterThan(Date.parse(clock.instant))
      }),
    )
  })

  it('leaves an emergency where it is', () => {
    fc.assert(
      fc.property(someState, someClock, someBattery, (state, clock, power) => {
        const before = direct(state, clock)
        const after = direct({ ...state, power }, clock)
        if (before.layer === 'emergency') expect(after.scene).toEqual(before.scene)
        else expect(after.layer).toBe('power')
      }),
    )
  })

  it('keeps the bands of alerts, and lets go of lines and lists when nothing may move any more', () => {
    const alerts = [
      alert('rain', { presentation: BANNER }),
      alert('heat', { presentation: { ...BANNER, mode: 'ticker' } }),
    ]
    const kinds = (tier: PowerTier) => {
      const state = stateOf(programme(), {
        alerts: { live: held('live', alerts), drill: null },
        power: battery({ tier }),
      })
      return direct(state, NOON).overlays.map(({ kind }) => kind)
    }
    expect(kinds('dimmed')).toEqual(['banner', 'ticker'])
    expect(kinds('still')).toEqual(['banner'])
    expect(kinds('sparing')).toEqual(['banner'])
  })

  it('has a rung of its own between emergency and override, and none while the mains is there', () => {
    const names = (power: 'mains' | OnBattery) =>
      ladderAt(stateOf(programme(), { power }), NOON).rungs.map(({ name, state }) => `${name} ${state}`)
    expect(names(battery())).toEqual([
      'emergency passes',
      'power wins',
      'takeover covered',
      'hours covered',
      'interrupts covered',
      'scheduled covered',
      'default covered',
    ])
    expect(names('mains')).not.toContain('power passes')
  })
})
