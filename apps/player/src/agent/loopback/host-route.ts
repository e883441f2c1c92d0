import type { IncomingMessage, ServerResponse } from 'node:http'
import { type HostOrder, HostReport } from '@akari/protocol'
import type { HostDesk } from '../orders/host-desk.ts'
import { jsonBody } from './json-body.ts'
import { sendStatus } from './send.ts'

/** A picture of the glass in base64, and a little more. */
const MOST_BYTES = 1024 * 1024
/** The host is answered after this long in any case, so that both know of each other. */
const HOLD_MS = 20_000

/** `POST /host`: takes what the host of the glass did, and answers with what it is to do next. */
export function hostRoute(desk: HostDesk) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const report = HostReport.safeParse(await jsonBody(request, MOST_BYTES))
    if (!report.success) return sendStatus(response, 400, 'Not a report of the host')
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const order: HostOrder = {
      task: await desk.serve(report.data.result, AbortSignal.any([gone.signal, AbortSignal.timeout(HOLD_MS)])),
    }
    response
      .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(JSON.stringify(order))
  }
}
