import { faultText, within } from '@akari/node-kit'
import { type Look, LookOrder, type LookReport } from '@akari/protocol'
import type { Camera } from './camera.ts'
import { lookAt } from './look-at.ts'
import type { AgentDeps } from './post-to-agent.ts'
import { serveAgent } from './serve-agent.ts'

const LOOK_MS = 5_000

/**
 * Looks at the glass whenever the agent asks for it, with a `camera` for each look, and tells it what is there. `close` waits
 * for the last look.
 */
export function keepLooking(deps: AgentDeps & { camera: () => Camera }): { close: () => Promise<void> } {
  return serveAgent<LookOrder, Look>({
    ...deps,
    path: '/look',
    order: LookOrder,
    report: (look): LookReport => ({ look }),
    work: async (order) => (order.look ? await looked(deps.camera()) : null),
  })
}

/** A look that fails or takes too long is one that saw nothing, and says why. */
async function looked(camera: Camera): Promise<Look> {
  try {
    const look = await within(lookAt(camera), LOOK_MS)
    return look === 'late' ? { states: [], trouble: 'no picture in time' } : look
  } catch (error) {
    return { states: [], trouble: faultText(error).slice(0, 200) }
  }
}
