import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LookOrder, LookReport } from '@akari/protocol'
import type { Sight } from '../alerts/sight.ts'
import type { StateAuthor } from '../state-author.ts'
import { jsonBody } from './json-body.ts'
import { sendStatus } from './send.ts'

const MOST_BYTES = 16 * 1024
/** The host is answered after this long in any case, so that both know of each other. */
const HOLD_MS = 20_000
/** Alerts begin and end by the clock, too. */
const LOOK_UP_MS = 500

/** `POST /look`: takes what the host of the glass saw, and answers when the next look is wanted. */
export function lookRoute({ sight, author }: { sight: Sight; author: StateAuthor }) {
  const changed = (ms: number, response: ServerResponse): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        unsubscribe()
        response.off('close', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      const unsubscribe = author.subscribe(done)
      response.once('close', done)
    })

  const nextOrder = async (response: ServerResponse): Promise<LookOrder> => {
    const untilMs = performance.now() + HOLD_MS
    for (;;) {
      const dueInMs = sight.dueInMs()
      const leftMs = untilMs - performance.now()
      if (dueInMs === 0) return { look: true }
      if (leftMs <= 0 || response.destroyed) return { look: false }
      await changed(Math.min(dueInMs ?? LOOK_UP_MS, LOOK_UP_MS, leftMs), response)
    }
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const report = LookReport.safeParse(await jsonBody(request, MOST_BYTES))
    if (!report.success) return sendStatus(response, 400, 'Not a look')
    sight.heard(1)
    try {
      if (report.data.look !== null) sight.saw(report.data.look)
      const order = await nextOrder(response)
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(order))
    } finally {
      sight.heard(-1)
    }
  }
}
