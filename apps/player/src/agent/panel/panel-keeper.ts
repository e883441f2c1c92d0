import { isDeepStrictEqual } from 'node:util'
import { faultText } from '@akari/node-kit'
import { direct, NO_WINDOWS, unroll, type Windows } from '@akari/programme'
import type { Clock, PlayerState, Programme } from '@akari/protocol'
import type { Vitals } from '../device/vitals.ts'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { StateAuthor } from '../state-author.ts'
import type { PanelDriver, PanelState } from './panel-driver.ts'
import type { PanelMemory } from './panel-memory.ts'
import { type Plan, planned, wishOf } from './panel-plan.ts'

const LOOK_MS = 1_000
/** How often the panel is asked how it is, and told again where it is not as something urgent wants it. */
const ASK_MS = 15_000
const HOUR_MS = 3_600_000

export type PanelDeps = {
  author: StateAuthor
  clock: () => Clock
  driver: PanelDriver | null
  memory: PanelMemory
  vitals: Vitals
  faults: Faults
}

/** Null where nothing switches the panel. `switchTo` is for people who say so by hand. */
export type Panel = { switchTo: (state: PanelState) => Promise<void> }

/**
 * Keeps the panel as the glass wants it, by the same `direct` and without asking the page: on for an emergency and for the
 * way out on battery, off outside the operating hours, and as it was once the emergency is over.
 */
export function startPanel({
  author,
  clock,
  driver,
  memory,
  vitals,
  faults,
}: PanelDeps): { panel: Panel | null } & Pick<Loop, 'close'> {
  if (driver === null) {
    vitals.tell({ panel: { state: 'unknown', control: 'none' } })
    return { panel: null, close: () => Promise.resolve() }
  }
  const wished = panelWish()
  let plan: Plan | null = null
  /** One order to the panel at a time, whoever gives it. */
  let turn: Promise<void> = Promise.resolve()
  let askedAtMs = Number.NEGATIVE_INFINITY

  const switchTo = (state: PanelState): Promise<void> => {
    const done = turn.then(async () => {
      await driver.switchTo(state)
      vitals.tell({ panel: { state, control: driver.control } })
      faults.clear('panel')
    })
    turn = done.catch(() => undefined) // whoever asked is told
    return done
  }
  const loop = startLoop({
    waitMs: () => LOOK_MS,
    failed: (error) => faults.report('panel', faultText(error)),
    step: async () => {
      const now = clock()
      plan ??= await memory.recall()
      const isNew = !isDeepStrictEqual(wished(author.state(), now), plan.wish)
      if (!isNew && now.monotonicMs - askedAtMs < ASK_MS) return
      askedAtMs = now.monotonicMs
      // What does not answer is told all the same: a dark panel in an emergency is the worse mistake.
      const found = await driver.state().catch(() => 'unknown' as const)
      if (found !== 'unknown') vitals.tell({ panel: { state: found, control: driver.control } })
      // A panel may take seconds to say how it is: what is wished by then is what counts.
      const { plan: next, order } = planned(plan, wished(author.state(), clock()), found)
      const isUrgent = next.wish.urgent
      // Lit first and saved meanwhile; put back first and forgotten then. A kill in between repeats the order, and no more.
      const saving = isUrgent && !isDeepStrictEqual(next, plan) ? memory.keep(next) : null
      if (order !== null) await switchTo(order)
      if (!isUrgent && !isDeepStrictEqual(next, plan)) await memory.keep(next)
      plan = next
      await saving
    },
  })
  const unsubscribe = author.subscribe((urgency) => {
    if (urgency === 'now') loop.wake()
  })
  return {
    panel: { switchTo },
    close: async () => {
      unsubscribe()
      await loop.close()
    },
  }
}

/** The windows of the hours are unrolled anew for another programme, and before they come to their end. */
function panelWish(): (player: PlayerState, clock: Clock) => ReturnType<typeof wishOf> {
  let held: { programme: Programme; windows: Windows } | null = null
  return (player, clock) => {
    const { programme } = player
    const nowMs = Date.parse(clock.instant)
    const isHeld = held !== null && held.programme === programme
    if (
      programme !== null &&
      (held === null || !isHeld || nowMs < held.windows.fromMs || nowMs > held.windows.toMs - HOUR_MS)
    ) {
      const at = (ms: number): string => new Date(ms).toISOString()
      held = { programme, windows: unroll(programme, at(nowMs - HOUR_MS), at(nowMs + 6 * HOUR_MS)) }
    }
    const { alerts, link, power, pairing } = player
    return wishOf(
      direct(
        {
          programme,
          windows: programme === null || held === null ? NO_WINDOWS : held.windows,
          alerts,
          displayId: pairing.state === 'paired' ? pairing.displayId : null,
          visitor: { language: 'ja', touchedAtMs: null },
          link,
          power,
        },
        clock,
      ),
    )
  }
}
