import type { Logger } from '@akari/node-kit'
import type { DisplayHealth } from '@akari/protocol'

export type Fault = DisplayHealth['faults'][number]

/** What is wrong at the moment, for the health report and the log. */
export type Faults = {
  /** Says that something went wrong; stays in the report until cleared, or for ten minutes after the last time. */
  report: (code: string, detail: string) => void
  clear: (code: string) => void
  active: () => Fault[]
}

const REMEMBER_MS = 10 * 60_000
const LOG_AGAIN_MS = 60_000

/**
 * `changed` is called when a code appears or goes away, `noted` each time. The same code is logged at most once a minute.
 */
export function faultBook(deps: {
  log: Logger
  monotonicMs: () => number
  changed: () => void
  noted: (code: string, detail: string) => void
}): Faults {
  const known = new Map<string, { detail: string; lastMs: number; loggedMs: number }>()
  const active = () => {
    const now = deps.monotonicMs()
    return [...known].filter(([, fault]) => now - fault.lastMs < REMEMBER_MS)
  }
  return {
    report: (code, detail) => {
      const now = deps.monotonicMs()
      const before = known.get(code)
      const mayLog = before === undefined || now - before.loggedMs >= LOG_AGAIN_MS
      if (mayLog) deps.log.warn({ code, detail }, 'fault')
      known.set(code, { detail: detail.slice(0, 300), lastMs: now, loggedMs: mayLog ? now : before.loggedMs })
      deps.noted(code, detail)
      if (before === undefined || now - before.lastMs >= REMEMBER_MS) deps.changed()
    },
    clear: (code) => {
      if (known.delete(code)) deps.changed()
    },
    active: () =>
      active()
        .slice(-20)
        .map(([code, { detail }]) => ({ code, detail })),
  }
}
