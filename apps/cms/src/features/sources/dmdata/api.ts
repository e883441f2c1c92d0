import { faultText } from '@akari/node-kit'
import { z } from 'zod'
import { SourceError } from '../source-error.ts'

const WAIT_MS = 15_000

const Ticket = z.object({ ticket: z.string().min(1), websocket: z.object({ id: z.int() }) })
const Refusal = z.object({ error: z.object({ message: z.string(), code: z.int() }) })

/** One permission to connect once, within five minutes. */
export type DmdataTicket = { ticket: string; socketId: number }

/** The key is wrong or not allowed this: trying again soon will not help. */
export class KeyRefused extends SourceError {
  override name = 'KeyRefused'
}

export type DmdataApi = ReturnType<typeof dmdataApi>

/** DMDATA.JP's socket API (`POST /v2/socket`, `DELETE /v2/socket/{id}`), with the key as user of Basic authentication. */
export function dmdataApi({
  apiUrl,
  key,
  classifications,
}: {
  apiUrl: URL
  key: string
  classifications: readonly string[]
}) {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`

  async function call(method: 'POST' | 'DELETE', path: string, signal: AbortSignal, body?: unknown): Promise<Response> {
    try {
      return await fetch(new URL(path, apiUrl), {
        method,
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (err) {
      throw new SourceError(`${method} ${path}: ${faultText(err)}`)
    }
  }

  return {
    ticket: async (signal: AbortSignal): Promise<DmdataTicket> => {
      const response = await call('POST', '/v2/socket', signal, {
        classifications,
        // VXSE44 is being withdrawn; VXSE43 and VXSE45 say all that it says.
        types: ['!VXSE44'],
        // Drills come with it, and the hourly VXSE42; who is shown what is decided by their own status.
        test: 'including',
        appName: 'Akari',
        formatMode: 'raw',
      })
      const answer: unknown = await response.json().catch(() => null)
      const ticket = Ticket.safeParse(answer)
      if (response.ok && ticket.success) return { ticket: ticket.data.ticket, socketId: ticket.data.websocket.id }
      const refusal = Refusal.safeParse(answer)
      const reason = `no ticket: ${response.status} ${refusal.success ? refusal.data.error.message : ''}`.trim()
      throw [401, 402, 403].includes(response.status) ? new KeyRefused(reason) : new SourceError(reason)
    },
    /** Frees the place of a socket that hangs half open; one that is gone already is fine. */
    remove: async (socketId: number, signal: AbortSignal): Promise<void> => {
      const response = await call('DELETE', `/v2/socket/${socketId}`, signal)
      if (!response.ok && response.status !== 404) throw new SourceError(`DELETE of a socket: ${response.status}`)
    },
  }
}
