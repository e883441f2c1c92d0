import { faultText, type Logger, pause } from '@akari/node-kit'
import type { z } from 'zod'

/** The agent on this machine: `agentOrigin`, for example `http://127.0.0.1:8090`. */
export type AgentDeps = { agentOrigin: string; fetch: typeof globalThis.fetch; log: Logger }

/** The agent holds a question for twenty seconds at most. */
const ANSWER_MS = 30_000
const RETRY_MS = 1_000

/** Posts JSON to the agent. Rejects when it is not there, or answers something else than the schema. */
export async function postToAgent<T>(
  { agentOrigin, fetch }: Pick<AgentDeps, 'agentOrigin' | 'fetch'>,
  { path, body, answer, signal }: { path: string; body: unknown; answer: z.ZodType<T>; signal: AbortSignal },
): Promise<T> {
  const response = await fetch(`${agentOrigin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal,
  })
  return answer.parse(await response.json())
}

/**
 * Does what the agent asks for, again and again: what came of the last order goes with the question for the next one.
 * `report` makes that question, `work` carries an order out and never rejects. `close` waits for the last one.
 */
export function serveAgent<Order, Result>(
  deps: AgentDeps & {
    path: string
    order: z.ZodType<Order>
    report: (result: Result | null) => unknown
    work: (order: Order) => Promise<Result | null>
  },
): { close: () => Promise<void> } {
  const { path, order, report, work, log } = deps
  const stop = new AbortController()
  const run = async (): Promise<void> => {
    let result: Result | null = null
    while (!stop.signal.aborted) {
      try {
        const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_MS)])
        const next = await postToAgent(deps, { path, body: report(result), answer: order, signal })
        result = await work(next)
      } catch (error) {
        result = null
        if (stop.signal.aborted) return
        log.debug({ reason: faultText(error) }, 'agent not there')
        await pause(RETRY_MS, stop.signal)
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
