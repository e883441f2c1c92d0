import type { HostRefusal } from '@akari/protocol'
import type { AgentDeps } from './post-to-agent.ts'
import { type TellKind, tellKinds } from './tell-kinds.ts'

export type Refused = TellKind<HostRefusal['what']>

/** Tells what was refused to the page. */
export function tellRefused(deps: AgentDeps & { monotonicMs: () => number }): Refused {
  return tellKinds(deps, { path: '/refused', message: 'refused' })
}
