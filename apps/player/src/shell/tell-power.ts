import type { HostPower } from '@akari/protocol'
import { type AgentDeps, tellAgent } from '../host/post-to-agent.ts'

type Deps = AgentDeps & {
  /** What the system says now. */
  source: () => HostPower['source']
  everyMs?: number
}

const EVERY_MS = 3_000

/** Tells the agent what feeds this machine, every few seconds, and `now` when the system says that it changed. */
export function tellPower(deps: Deps): { now: () => void; close: () => void } {
  const { source, everyMs = EVERY_MS } = deps
  const tell = (): Promise<void> => tellAgent(deps, '/power', { source: source() } satisfies HostPower)
  const timer = setInterval(() => void tell(), everyMs)
  void tell()
  return { now: () => void tell(), close: () => clearInterval(timer) }
}
