import { faultText, type Logger } from '@akari/node-kit'
import type { HostPower } from '@akari/protocol'

type Deps = {
  agentOrigin: string
  /** What the system says now. */
  source: () => HostPower['source']
  fetch: typeof globalThis.fetch
  log: Logger
  everyMs?: number
}

const EVERY_MS = 3_000
const ANSWER_MS = 2_000

/** Tells the agent what feeds this machine, every few seconds, and `now` when the system says that it changed. */
export function tellPower(deps: Deps): { now: () => void; close: () => void } {
  const { agentOrigin, source, fetch, log, everyMs = EVERY_MS } = deps
  const tell = async (): Promise<void> => {
    try {
      const response = await fetch(`${agentOrigin}/power`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ source: source() } satisfies HostPower),
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_MS),
      })
      await response.body?.cancel()
    } catch (error) {
      log.debug({ reason: faultText(error) }, 'agent not there')
    }
  }
  const timer = setInterval(() => void tell(), everyMs)
  void tell()
  return { now: () => void tell(), close: () => clearInterval(timer) }
}
