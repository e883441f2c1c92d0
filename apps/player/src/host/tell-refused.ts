import { faultText, type Logger } from '@akari/node-kit'
import type { HostRefusal } from '@akari/protocol'

type Deps = { agentOrigin: string; fetch: typeof globalThis.fetch; log: Logger; monotonicMs: () => number }

export type Refused = (what: HostRefusal['what'], detail?: Record<string, unknown>) => void

/** A page that tries the same again and again is told of once in so long. */
const TELL_AGAIN_MS = 30_000
const ANSWER_MS = 2_000

/**
 * Writes down what was refused to the page, and tells the agent, whose health report carries it to the staff. The page
 * decides how often it tries, not how much is written.
 */
export function tellRefused({ agentOrigin, fetch, log, monotonicMs }: Deps): Refused {
  const lastMs = new Map<HostRefusal['what'], number>()
  const tell = async (what: HostRefusal['what']): Promise<void> => {
    try {
      const response = await fetch(`${agentOrigin}/refused`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ what } satisfies HostRefusal),
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_MS),
      })
      await response.body?.cancel()
    } catch (error) {
      log.debug({ reason: faultText(error) }, 'agent not there')
    }
  }
  return (what, detail = {}) => {
    const last = lastMs.get(what)
    if (last !== undefined && monotonicMs() - last < TELL_AGAIN_MS) return
    lastMs.set(what, monotonicMs())
    log.warn({ what, ...detail }, 'refused')
    void tell(what)
  }
}
