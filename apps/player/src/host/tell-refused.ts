import type { HostRefusal } from '@akari/protocol'
import { type AgentDeps, tellAgent } from './post-to-agent.ts'

export type Refused = (what: HostRefusal['what'], detail?: Record<string, unknown>) => void

/** A page that tries the same again and again is told of once in so long. */
const TELL_AGAIN_MS = 30_000

/**
 * Writes down what was refused to the page, and tells the agent, whose health report carries it to the staff. The page
 * decides how often it tries, not how much is written.
 */
export function tellRefused(deps: AgentDeps & { monotonicMs: () => number }): Refused {
  const { monotonicMs, log } = deps
  const lastMs = new Map<HostRefusal['what'], number>()
  return (what, detail = {}) => {
    const last = lastMs.get(what)
    if (last !== undefined && monotonicMs() - last < TELL_AGAIN_MS) return
    lastMs.set(what, monotonicMs())
    log.warn({ what, ...detail }, 'refused')
    void tellAgent(deps, '/refused', { what } satisfies HostRefusal)
  }
}
