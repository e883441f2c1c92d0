import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** Null for what is no JSON, too long, or does not say how long it is: the schema refuses it. */
export async function jsonBody(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const bytes = Number(request.headers['content-length'] ?? Number.NaN)
  if (!(bytes <= mostBytes)) return null
  try {
    return JSON.parse(await text(request))
  } catch {
    return null
  }
}
