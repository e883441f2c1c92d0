import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'

/** For what another answers in our place. */
export const UNCACHED = { 'cache-control': 'no-store' }

/** A body of known length that can be read from any place. */
export type Sendable = { bytes: number; read: (start: number, end: number) => NodeJS.ReadableStream }

/** Answers with a line of text and nothing else. */
export function sendStatus(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text)
}

/** Answers with a file or the single range of it that was asked for (RFC 9110 §14); several ranges get the whole. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: Sendable,
  headers: Record<string, string>,
): Promise<void> {
  const range = rangeOf(request.headers.range, file.bytes)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${file.bytes}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 }
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${file.bytes}` }),
  })
  if (request.method === 'HEAD' || file.bytes === 0) {
    response.end()
    return
  }
  await pipeline(file.read(start, end), response)
}

/** Null: no range, or one that may be ignored. */
export function rangeOf(
  header: string | undefined,
  bytes: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (start >= bytes) return 'unsatisfiable'
  return end < start ? null : { start, end }
}

/** Hands on what the CMS sends, as it comes and no faster than it is taken. */
export async function passOn(response: ServerResponse, upstream: Response): Promise<void> {
  const headers: Record<string, string> = { ...UNCACHED }
  for (const name of ['content-type', 'content-range', 'content-length', 'accept-ranges']) {
    const value = upstream.headers.get(name)
    if (value !== null) headers[name] = value
  }
  response.writeHead(upstream.status, headers)
  const body: WebStream<Uint8Array> | null = upstream.body
  if (body === null) response.end()
  else await pipeline(Readable.fromWeb(body), response)
}
