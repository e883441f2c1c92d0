import { faultText, pause } from '@akari/node-kit'
import type { z } from 'zod'
import { type AgentDeps, postToAgent } from './post-to-agent.ts'

/** The agent holds a question for twenty seconds at most. */
const ANSWER_MS = 30_000
const RETRY_MS = 1_000

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
        const answer = await postToAgent(deps, { path, body: report(result), signal })
        result = await work(order.parse(await answer.json()))
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
