import { faultText } from '@akari/node-kit'
import { DmdataList } from '@akari/protocol'
import { z } from 'zod'
import { SourceError } from '../source-error.ts'

const WAIT_MS = 15_000
/** Far above the longest telegram there is (1.5 MB). */
const LONGEST_BODY = 10_000_000
const PAGE = 100

const Ticket = z.object({ ticket: z.string().min(1), websocket: z.object({ id: z.int() }) })
const Refusal = z.object({ error: z.object({ message: z.string(), code: z.int() }) })

/** One permission to connect once, within five minutes. */
export type DmdataTicket = { ticket: string; socketId: number }

/** The key is wrong or not allowed this: trying again soon will not help. */
export class KeyRefused extends SourceError {
  override name = 'KeyRefused'
}

export type DmdataApi = ReturnType<typeof dmdataApi>

/**
 * DMDATA.JP's API: sockets (`POST /v2/socket`, `DELETE /v2/socket/{id}`), what was sent (`GET /v2/telegram`) and its text
 * (`GET /v1/{id}` of the data host), with the key as user of Basic authentication.
 */
export function dmdataApi({
  apiUrl,
  dataUrl,
  key,
  classifications,
}: {
  apiUrl: URL
  /** Where the text of a telegram is: a host of its own. */
  dataUrl: URL
  key: string
  classifications: readonly string[]
}) {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`

  async function call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    signal: AbortSignal,
    { body, at = apiUrl }: { body?: unknown; at?: URL } = {},
  ): Promise<Response> {
    try {
      return await fetch(new URL(path, at), {
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
        body: {
          classifications,
          // VXSE44 is being withdrawn; VXSE43 and VXSE45 say all that it says.
          types: ['!VXSE44'],
          // Drills come with it, and the hourly VXSE42; who is shown what is decided by their own status.
          test: 'including',
          appName: 'Akari',
          formatMode: 'raw',
        },
      })
      const answer: unknown = await response.json().catch(() => null)
      const ticket = Ticket.safeParse(answer)
      if (response.ok && ticket.success) return { ticket: ticket.data.ticket, socketId: ticket.data.websocket.id }
      throw refused('no ticket', response.status, answer)
    },
    /** One page of what was sent, newest first; `cursor` is the page's `nextToken` before it. */
    sent: async (cursor: string | null, signal: AbortSignal): Promise<DmdataList> => {
      const query = new URLSearchParams({
        xmlReport: 'true',
        test: 'including',
        formatMode: 'raw',
        limit: String(PAGE),
      })
      if (cursor !== null) query.set('cursorToken', cursor)
      const response = await call('GET', `/v2/telegram?${query.toString()}`, signal)
      const answer: unknown = await response.json().catch(() => null)
      const list = DmdataList.safeParse(answer)
      if (response.ok && list.success) return list.data
      throw refused('no list of telegrams', response.status, answer)
    },
    /** The telegram of this id as the agency wrote it. */
    text: async (id: string, signal: AbortSignal): Promise<Uint8Array> => {
      const response = await call('GET', `/v1/${id}`, signal, { at: dataUrl })
      if (!response.ok || response.body === null) throw refused(`no telegram ${id}`, response.status, null)
      return capped(response.body, id)
    },
    /** Frees the place of a socket that hangs half open; one that is gone already is fine. */
    remove: async (socketId: number, signal: AbortSignal): Promise<void> => {
      const response = await call('DELETE', `/v2/socket/${socketId}`, signal)
      if (!response.ok && response.status !== 404) throw new SourceError(`DELETE of a socket: ${response.status}`)
    },
  }
}

function refused(what: string, status: number, answer: unknown): SourceError {
  const refusal = Refusal.safeParse(answer)
  const reason = `${what}: ${status} ${refusal.success ? refusal.data.error.message : ''}`.trim()
  return [401, 402, 403].includes(status) ? new KeyRefused(reason) : new SourceError(reason)
}

async function capped(body: ReadableStream<Uint8Array>, id: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > LONGEST_BODY) throw new SourceError(`telegram ${id} is longer than ${LONGEST_BODY} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
