import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DirectState } from './direct.ts'
import type { Moment } from './member.ts'
import { overrideAt } from './override.ts'
import { someState } from './testing/some-state.ts'
import { someMs } from './testing/some-moments.ts'

const RUNS = { numRuns: 500 }
type Takeover = NonNullable<NonNullable<DirectState['programme']>['takeovers']>[number]

/** Who of the takeovers that `change` makes of those of a state has the glass; null: none. */
function winner({ programme, windows }: DirectState, ms: number, change: (all: Takeover[]) => Takeover[]) {
  const changed = programme === null ? null : { ...programme, takeovers: change(programme.takeovers ?? []) }
  const moment: Moment = { ms, monotonicMs: ms, timeKnown: true }
  const { slot, reasons, notice } = overrideAt({ programme: changed, windows }, null, moment)
  const wins = reasons.find(({ code }) => code === 'takeover-wins')
  return { slot, notice, takeoverId: wins !== undefined && 'takeoverId' in wins ? wins.takeoverId : null }
}

const asTheyAre = (all: Takeover[]) => all
const ofNoSitting = (all: Takeover[]) => all.map(({ sitting: _sitting, ...rest }) => rest)
const only = (sitting: Takeover['sitting']) => (all: Takeover[]) => all.filter((one) => one.sitting === sitting)
const without = (sitting: Takeover['sitting']) => (all: Takeover[]) => all.filter((one) => one.sitting !== sitting)

it('no countdown and no closing words change what is shown while a sitting is in session', () => {
  let met = 0
  fc.assert(
    fc.property(someState, someMs, (state, ms) => {
      if (winner(state, ms, only('inSession')).takeoverId === null) return
      met += 1
      expect(winner(state, ms, asTheyAre)).toEqual(winner(state, ms, without('card')))
    }),
    RUNS,
  )
  expect(met).toBeGreaterThan(0)
})

it('without one in session, and among those in session, the one that began later wins as any takeover does', () => {
  fc.assert(
    fc.property(someState, someMs, (state, ms) => {
      const among = winner(state, ms, only('inSession')).takeoverId === null ? without('inSession') : without('card')
      const took = winner(state, ms, among)
      expect(took).toEqual(winner(state, ms, (all) => ofNoSitting(among(all))))
      expect(winner(state, ms, asTheyAre).takeoverId).toBe(took.takeoverId)
    }),
    RUNS,
  )
})
