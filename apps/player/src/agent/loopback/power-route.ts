import type { IncomingMessage, ServerResponse } from 'node:http'
import { HostPower } from '@akari/protocol'
import { jsonBody } from './json-body.ts'
import { sendStatus } from './send.ts'

const MOST_BYTES = 1024

/** `POST /power`: takes what the host of the glass knows of the supply. */
export function powerRoute({ hostPower }: { hostPower: (told: HostPower) => void }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const told = HostPower.safeParse(await jsonBody(request, MOST_BYTES))
    if (!told.success) return sendStatus(response, 400, 'Not a supply')
    hostPower(told.data)
    response.writeHead(204).end()
  }
}
