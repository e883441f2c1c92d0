import { type Loop, startLoop } from '../loop.ts'
import type { StateAuthor } from '../state-author.ts'
import type { CmsClock } from './cms-clock.ts'

/** Displays side by side must not differ to the eye: much less than 100 ms, from all causes together. */
const WORTH_TELLING_MS = 5
const LOOK_MS = 1_000

/** Puts the clock into the player's state: `wake` after a measurement, and by itself in case the wall clock was set. */
export function startClockPublisher(deps: {
  clock: CmsClock
  author: StateAuthor
  failed: (error: unknown) => void
}): Loop {
  return startLoop({
    failed: deps.failed,
    waitMs: () => LOOK_MS,
    step: async () => {
      const told = deps.author.state().clock
      const known = deps.clock.view()
      const moved = Math.abs(told.offsetMs - known.offsetMs) >= WORTH_TELLING_MS
      if (moved || told.trust !== known.trust) deps.author.update({ clock: known })
    },
  })
}
