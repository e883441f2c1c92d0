import type { IncomingMessage, ServerResponse } from 'node:http'
import { HostRefusal } from '@akari/protocol'
import type { Faults } from '../faults.ts'
import { jsonBody } from './json-body.ts'
import { sendStatus } from './send.ts'

const MOST_BYTES = 1024

/** `POST /refused`: takes what the host of the glass refused to the page, for the health report. */
export function refusedRoute({ faults }: { faults: Faults }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = HostRefusal.safeParse(await jsonBody(request, MOST_BYTES))
    if (!refusal.success) return sendStatus(response, 400, 'Not a refusal')
    faults.report(`refused:${refusal.data.what}`, 'the page on the glass tried it')
    response.writeHead(204).end()
  }
}
