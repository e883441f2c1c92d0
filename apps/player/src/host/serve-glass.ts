import { setTimeout as pause } from 'node:timers/promises'
import { faultText, type Logger } from '@akari/node-kit'
import { HostOrder, type HostReport, type HostTask } from '@akari/protocol'

/** What whoever holds the glass can do for the agent. Both reject while there is no page. */
export type Glass = {
  /** A JPEG of the whole page, at most so many pixels wide or high. */
  picture: (mostPx: number) => Promise<Uint8Array>
  /** Loads the page anew. */
  reload: () => Promise<void>
}

type Deps = {
  /** The agent on this machine, for example `http://127.0.0.1:8090`. */
  agentOrigin: string
  glass: Glass
  mostPx: number
  fetch: typeof globalThis.fetch
  log: Logger
}

/** The agent answers within twenty seconds. */
const ANSWER_MS = 30_000
const TASK_MS = 8_000
const RETRY_MS = 1_000

/** Does what the agent asks for, one task after the other. `close` waits for the last one. */
export function serveGlass({ agentOrigin, glass, mostPx, fetch, log }: Deps): { close: () => Promise<void> } {
  const stop = new AbortController()
  const ask = async (report: HostReport): Promise<HostOrder> => {
    const response = await fetch(`${agentOrigin}/host`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      redirect: 'error',
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_MS)]),
    })
    return HostOrder.parse(await response.json())
  }
  const run = async (): Promise<void> => {
    let result: HostReport['result'] = null
    while (!stop.signal.aborted) {
      try {
        const { task } = await ask({ result })
        result = task === null ? null : await inTime(task, glass, mostPx)
      } catch (error) {
        result = null
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

async function inTime(task: HostTask, glass: Glass, mostPx: number): Promise<HostReport['result']> {
  const late = new AbortController()
  try {
    return await Promise.race([
      done(task, glass, mostPx),
      pause(TASK_MS, undefined, { signal: late.signal }).then(() => ({ task: 'failed' as const, why: 'not in time' })),
    ])
  } catch (error) {
    return { task: 'failed', why: faultText(error).slice(0, 300) }
  } finally {
    late.abort()
  }
}

async function done(task: HostTask, glass: Glass, mostPx: number): Promise<HostReport['result']> {
  switch (task) {
    case 'picture':
      return { task, jpeg: Buffer.from(await glass.picture(mostPx)).toString('base64') }
    case 'reload':
      await glass.reload()
      return { task }
  }
}
