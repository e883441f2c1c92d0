import type { IncomingMessage, ServerResponse } from 'node:http'
import { HostMending, HostRefusal } from '@akari/protocol'
import type { z } from 'zod'
import type { Faults } from '../faults.ts'
import { jsonBody } from './json-body.ts'
import { sendStatus } from './send.ts'

const MOST_BYTES = 1024

type Word = { schema: z.ZodType<{ what: string }>; code: string; detail: string }
const refused: Word = { schema: HostRefusal, code: 'refused', detail: 'the page on the glass tried it' }
const mended: Word = { schema: HostMending, code: 'glass', detail: 'whoever holds the glass kept a picture on it' }

/** `POST /refused`: takes what the host of the glass refused to the page, for the health report. */
export const refusedRoute = (deps: { faults: Faults }) => wordRoute(deps, refused)

/** `POST /mended`: takes what the host of the glass did to keep a picture on it. */
export const mendedRoute = (deps: { faults: Faults }) => wordRoute(deps, mended)

function wordRoute({ faults }: { faults: Faults }, { schema, code, detail }: Word) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const word = schema.safeParse(await jsonBody(request, MOST_BYTES))
    if (!word.success) return sendStatus(response, 400, 'Not a word of the host')
    faults.report(`${code}:${word.data.what}`, detail)
    response.writeHead(204).end()
  }
}
