import { type AgentDeps, tellAgent } from './post-to-agent.ts'

export type TellKind<What extends string> = (what: What, detail?: Record<string, unknown>) => void

/** What happens again and again is told of once in so long. */
const TELL_AGAIN_MS = 30_000

/**
 * Writes down things that happen on the glass, under `message`, and posts them to the agent at `path`: its health report and
 * its fault records carry them to the staff. How much is written does not depend on how often they happen.
 */
export function tellKinds<What extends string>(
  deps: AgentDeps & { monotonicMs: () => number },
  { path, message }: { path: string; message: string },
): TellKind<What> {
  const { monotonicMs, log } = deps
  const lastMs = new Map<What, number>()
  return (what, detail = {}) => {
    const last = lastMs.get(what)
    if (last !== undefined && monotonicMs() - last < TELL_AGAIN_MS) return
    lastMs.set(what, monotonicMs())
    log.warn({ what, ...detail }, message)
    void tellAgent(deps, path, { what })
  }
}
