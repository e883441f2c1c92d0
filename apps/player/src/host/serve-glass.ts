import { faultText, within } from '@akari/node-kit'
import { HostOrder, type HostReport, type HostTask } from '@akari/protocol'
import type { AgentDeps } from './post-to-agent.ts'
import { serveAgent } from './serve-agent.ts'

/** What whoever holds the glass can do for the agent. Both reject while there is no page. */
export type GlassHands = {
  /** A JPEG of the whole page, at most so many pixels wide or high. */
  picture: (mostPx: number) => Promise<Uint8Array>
  /** Loads the page anew. */
  reload: () => Promise<void>
}

const TASK_MS = 8_000

/** Does what the agent asks for with the glass, one task after the other. `close` waits for the last one. */
export function serveGlass(deps: AgentDeps & { hands: GlassHands; mostPx: number }): { close: () => Promise<void> } {
  const { hands, mostPx } = deps
  return serveAgent<HostOrder, NonNullable<HostReport['result']>>({
    ...deps,
    path: '/host',
    order: HostOrder,
    report: (result): HostReport => ({ result }),
    work: async ({ task }) => (task === null ? null : await inTime(task, hands, mostPx)),
  })
}

async function inTime(task: HostTask, hands: GlassHands, mostPx: number): Promise<NonNullable<HostReport['result']>> {
  try {
    const result = await within(done(task, hands, mostPx), TASK_MS)
    return result === 'late' ? { task: 'failed', why: 'not in time' } : result
  } catch (error) {
    return { task: 'failed', why: faultText(error).slice(0, 300) }
  }
}

async function done(task: HostTask, hands: GlassHands, mostPx: number): Promise<NonNullable<HostReport['result']>> {
  switch (task) {
    case 'picture':
      return { task, jpeg: Buffer.from(await hands.picture(mostPx)).toString('base64') }
    case 'reload':
      await hands.reload()
      return { task }
  }
}
