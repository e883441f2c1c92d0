import { faultText } from '@akari/node-kit'
import type { Power } from '@akari/protocol'
import type { Faults } from '../faults.ts'

/** So long the glass says that it is about to go dark. */
const FAREWELL_MS = 15_000
const TRY_AGAIN_MS = 60_000

/**
 * Switches the machine off in good order once the battery has come to its end: the glass says so first, and whoever is
 * stopped by it writes down what it holds. `isOver` is asked once more before: the mains may be back.
 */
export function startEnding(deps: {
  faults: Faults
  shutDown: (() => Promise<unknown>) | null
  isOver: () => boolean
  farewellMs?: number
}): { told: (power: Power) => void; close: () => void } {
  const { faults, shutDown, isOver, farewellMs = FAREWELL_MS } = deps
  let timer: NodeJS.Timeout | null = null
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const end = (): void => {
    timer = null
    if (!isOver()) return
    if (shutDown === null)
      return faults.report('no-shutdown', 'AKARI_SHUTDOWN_COMMAND names no program; the battery will run flat')
    shutDown().catch((error: unknown) => faults.report('shutdown-failed', faultText(error)))
    timer = setTimeout(end, TRY_AGAIN_MS)
  }
  return {
    told: (power) => {
      if (power === 'mains' || power.tier !== 'ending') return stop()
      timer ??= setTimeout(end, farewellMs)
    },
    close: stop,
  }
}
