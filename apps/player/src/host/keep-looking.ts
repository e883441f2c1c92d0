import { setTimeout as pause } from 'node:timers/promises'
import { faultText, type Logger } from '@akari/node-kit'
import { type Look, LookOrder, type LookReport } from '@akari/protocol'
import type { Camera } from './camera.ts'
import { lookAt } from './look-at.ts'

type Deps = {
  /** The agent on this machine, for example `http://127.0.0.1:8090`. */
  agentOrigin: string
  camera: Camera
  fetch: typeof globalThis.fetch
  log: Logger
}

/** The agent answers within twenty seconds. */
const ANSWER_MS = 30_000
const LOOK_MS = 5_000
const RETRY_MS = 1_000

/** Looks at the glass whenever the agent asks for it, and tells it what is there. `close` waits for the last look. */
export function keepLooking({ agentOrigin, camera, fetch, log }: Deps): { close: () => Promise<void> } {
  const stop = new AbortController()
  const ask = async (report: LookReport): Promise<LookOrder> => {
    const response = await fetch(`${agentOrigin}/look`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      redirect: 'error',
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_MS)]),
    })
    return LookOrder.parse(await response.json())
  }
  const run = async (): Promise<void> => {
    let look: Look | null = null
    while (!stop.signal.aborted) {
      try {
        const order = await ask({ look })
        look = order.look ? await looked(camera) : null
      } catch (error) {
        look = null
        if (stop.signal.aborted) return
        log.debug({ reason: faultText(error) }, 'agent not there')
        await pause(RETRY_MS, undefined, { signal: stop.signal }).catch(() => undefined) // closing ends the pause
      }
    }
  }
  const running = run()
  return {
    close: async () => {
      stop.abort()
      await running
    },
  }
}

/** A look that fails or takes too long is one that saw nothing, and says why. */
async function looked(camera: Camera): Promise<Look> {
  const late = new AbortController()
  try {
    return await Promise.race([
      lookAt(camera),
      pause(LOOK_MS, undefined, { signal: late.signal }).then(
        (): Look => ({ states: [], trouble: 'no picture in time' }),
      ),
    ])
  } catch (error) {
    return { states: [], trouble: faultText(error).slice(0, 200) }
  } finally {
    late.abort()
  }
}
