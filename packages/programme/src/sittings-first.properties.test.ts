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

/** The first of each id, as in every programme. */
const ofOneId = (all: readonly Takeover[]) => all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)

/** Since when closing words are said, or were brought forward; of any other takeover: null. */
const saidAtMs = ({ sitting, adjournedAt, startsAt }: Takeover): number | null =>
  sitting !== 'card' || adjournedAt === undefined ? null : Math.max(Date.parse(adjournedAt), Date.parse(startsAt))

const asTheyAre = (all: Takeover[]) => all
const ofNoSitting = (all: Takeover[]) => all.map(({ sitting: _sitting, adjournedAt: _closed, ...rest }) => rest)
const notClosed = (all: Takeover[]) => all.map(({ adjournedAt: _closed, ...rest }) => rest)
const closed = (all: Takeover[]) => all.filter((one) => saidAtMs(one) !== null)
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
      const wins = (change: (all: Takeover[]) => Takeover[]) => winner(state, ms, (all) => change(notClosed(all)))
      const among = wins(only('inSession')).takeoverId === null ? without('inSession') : without('card')
      const took = wins(among)
      expect(took).toEqual(wins((all) => ofNoSitting(among(all))))
      expect(wins(asTheyAre).takeoverId).toBe(took.takeoverId)
    }),
    RUNS,
  )
})

/** Closing words of several sittings that are on at a moment, in minutes before it. */
const someClosings = fc.array(
  fc.record({ began: fc.nat(300), adjourned: fc.nat(300), playlistId: fc.constantFrom('a', 'b') }),
  { minLength: 2, maxLength: 4 },
)

it('of closing words that can be shown, those of the sitting closed last are', () => {
  let met = 0
  fc.assert(
    fc.property(someState, someMs, someClosings, (state, ms, closings) => {
      const before = (minutes: number) => new Date(ms - minutes * 60_000).toISOString()
      const all = closings.map(({ began, adjourned, playlistId }, n): Takeover => {
        const times = { startsAt: before(began), endsAt: before(-1), adjournedAt: before(adjourned) }
        return { id: `c${n}`, name: '閉会', playlistId, noticeSeconds: 0, sitting: 'card', ...times }
      })
      const shown = winner(state, ms, () => all).takeoverId
      const ready = all.filter((one) => winner(state, ms, () => [one]).takeoverId !== null)
      if (ready.length > 1) met += 1
      const last = Math.max(...ready.map((one) => saidAtMs(one) ?? 0))
      expect(all.find(({ id }) => id === shown)).toEqual(
        ready.find((one) => one.id === shown && saidAtMs(one) === last),
      )
    }),
    RUNS,
  )
  expect(met).toBeGreaterThan(10)
})

it('closing words that others came after change nothing for anything else', () => {
  fc.assert(
    fc.property(someState, someMs, (state, ms) => {
      const all = ofOneId(state.programme?.takeovers ?? [])
      const before = winner(state, ms, () => all)
      const shownLast = winner(state, ms, () => closed(all)).takeoverId
      const others = all.filter((one) => saidAtMs(one) === null || one.id === shownLast)
      expect(winner(state, ms, () => others)).toEqual(before)
    }),
    RUNS,
  )
})
