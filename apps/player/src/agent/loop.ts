import { pause } from '@akari/node-kit'

export type Loop = {
  /** Runs again now, or right after the run that is under way. */
  wake: () => void
  close: () => Promise<void>
}

/**
 * Runs a step again and again, never two at once, until closed. `waitMs` is asked after each run. What a step throws is
 * handed to `failed` and the loop goes on.
 */
export function startLoop(deps: {
  step: (signal: AbortSignal) => Promise<void>
  waitMs: () => number
  failed: (error: unknown) => void
}): Loop {
  const closing = new AbortController()
  let alarm = new AbortController()
  const run = async () => {
    while (!closing.signal.aborted) {
      alarm = new AbortController()
      try {
        await deps.step(closing.signal)
      } catch (error) {
        if (!closing.signal.aborted) deps.failed(error)
      }
      await pause(deps.waitMs(), AbortSignal.any([closing.signal, alarm.signal]))
    }
  }
  const ended = run()
  return {
    wake: () => alarm.abort(),
    close: async () => {
      closing.abort()
      await ended
    },
  }
}
