import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './atomic-file.ts'
import { sha256File } from './digest.ts'
import { faultCode, faultText } from './fault.ts'

export type DownloadRequest = {
  url: string
  headers?: Record<string, string>
  /** Where the verified file goes; its folder must exist. Bytes are collected in `{destination}.part`. */
  destination: string
  bytes: number
  sha256: string
  signal: AbortSignal
  /** Gives up when nothing arrives for this long; 15 s by default. What came is kept for the next attempt. */
  idleMs?: number
  /** Resolves when so many more bytes may be taken; waiting for it is not the server's silence. */
  pass?: (bytes: number, signal: AbortSignal) => Promise<void>
  fetch?: typeof globalThis.fetch
}

export type DownloadResult =
  | { state: 'complete' }
  /** The caller's signal. */
  | { state: 'aborted' }
  /** The server answered, but not with the file. */
  | { state: 'refused'; status: number }
  /** No connection, cut in the middle, or silent for `idleMs`. */
  | { state: 'interrupted'; detail: string }
  /** All of it came and it is not the file that was asked for; the bytes were thrown away. */
  | { state: 'mismatch'; detail: 'size' | 'sha256' }
  /** The disk did not take it (`ENOSPC`, `EACCES`, …). */
  | { state: 'disk'; code: string }

/**
 * Fetches one content-addressed file. Goes on where an earlier attempt stopped (Range, RFC 9110 §14.2), checks size and
 * sha256 of the whole, and only then gives it its name. No ETag is needed: the name says what the bytes must be.
 */
export async function downloadFile(request: DownloadRequest): Promise<DownloadResult> {
  const part = `${request.destination}.part`
  try {
    const have = await sizeOf(part, request.bytes)
    const received = have === request.bytes ? null : await receive(request, part, have)
    if (received !== null) return received
    return await verifyAndName(request, part)
  } catch (error) {
    if (request.signal.aborted) return { state: 'aborted' }
    const code = faultCode(error)
    if (code !== null) return { state: 'disk', code }
    throw error
  }
}

async function receive(request: DownloadRequest, part: string, have: number): Promise<DownloadResult | null> {
  const { fetch = globalThis.fetch, headers = {}, idleMs = 15_000 } = request
  const idle = new AbortController()
  let isWaiting = false
  const timer = setTimeout(() => (isWaiting ? timer.refresh() : idle.abort()), idleMs)
  const take = async (bytes: number) => {
    isWaiting = true
    await request.pass?.(bytes, request.signal)
    isWaiting = false
    timer.refresh()
  }
  const signal = AbortSignal.any([request.signal, idle.signal])
  try {
    const range: Record<string, string> = have > 0 ? { range: `bytes=${have}-` } : {}
    // A redirect could lead the token to another server; content is only ever at its own address.
    const response = await network(() =>
      fetch(request.url, { headers: { ...headers, ...range }, signal, redirect: 'error' }),
    )
    const start = startOf(response, have)
    if (start === null || response.body === null) {
      await response.body?.cancel()
      if (response.status === 416) await rm(part, { force: true })
      return { state: 'refused', status: response.status }
    }
    return await append(request, part, start, response.body, take)
  } catch (error) {
    if (request.signal.aborted) return { state: 'aborted' }
    if (error instanceof NetworkFault) return { state: 'interrupted', detail: error.message }
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function append(
  request: DownloadRequest,
  part: string,
  start: number,
  body: ReadableStream<Uint8Array>,
  take: (bytes: number) => Promise<void>,
): Promise<DownloadResult | null> {
  const file = await open(part, start > 0 ? 'a' : 'w')
  const reader = body.getReader()
  let size = start
  try {
    for (;;) {
      const chunk = await network(() => reader.read())
      if (chunk.done) break
      await take(chunk.value.byteLength)
      size += chunk.value.byteLength
      if (size > request.bytes) break
      await file.appendFile(chunk.value)
    }
    await file.sync()
  } finally {
    await Promise.allSettled([reader.cancel(), file.close()])
  }
  if (size < request.bytes) return { state: 'interrupted', detail: 'the server ended early' }
  if (size === request.bytes) return null
  await rm(part, { force: true })
  return { state: 'mismatch', detail: 'size' }
}

async function verifyAndName(request: DownloadRequest, part: string): Promise<DownloadResult> {
  if ((await sha256File(part, request.signal)) !== request.sha256) {
    await rm(part, { force: true })
    return { state: 'mismatch', detail: 'sha256' }
  }
  await rename(part, request.destination)
  await syncFolder(dirname(request.destination))
  return { state: 'complete' }
}

/** Bytes of an earlier attempt that can be used; a part that is too long can only be wrong. */
async function sizeOf(part: string, limit: number): Promise<number> {
  try {
    const { size } = await stat(part)
    if (size <= limit) return size
    await rm(part, { force: true })
    return 0
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return 0
    throw error
  }
}

/** Where the body begins: at our offset, at 0 when the server ignored the range, null when it is no usable answer. */
function startOf(response: Response, have: number): number | null {
  if (response.status === 200) return 0
  if (response.status !== 206) return null
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]
  return start !== undefined && Number(start) === have ? have : null
}

class NetworkFault extends Error {}

async function network<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw new NetworkFault(faultText(error), { cause: error })
  }
}
