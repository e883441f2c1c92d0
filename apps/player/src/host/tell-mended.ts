import type { HostMending } from '@akari/protocol'
import type { AgentDeps } from './post-to-agent.ts'
import { type TellKind, tellKinds } from './tell-kinds.ts'

export type Mended = TellKind<HostMending['what']>

/** Tells what was done to keep a picture on the glass. */
export function tellMended(deps: AgentDeps & { monotonicMs: () => number }): Mended {
  return tellKinds(deps, { path: '/mended', message: 'mended' })
}
