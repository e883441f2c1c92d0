import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

/** An event of the browser, for example `Inspector.targetCrashed`; `sessionId` says of which page. */
export type BrowserEvent = { method: string; params?: unknown; sessionId?: string | undefined }

/** Chrome DevTools Protocol over the two pipes that `--remote-debugging-pipe` opens: JSON, each message ended by a NUL. */
export type DebugPipe = {
  /** Resolves to the answer's `result`. Rejects with the browser's words, after `limitMs`, or when the pipe ends. */
  send: (method: string, params?: object, sessionId?: string) => Promise<unknown>
  /** Returns how to stop. */
  onEvent: (listener: (event: BrowserEvent) => void) => () => void
}

const Message = z.union([
  z.object({ id: z.int(), error: z.object({ message: z.string() }) }),
  z.object({ id: z.int(), result: z.unknown() }),
  z.object({ method: z.string(), params: z.unknown(), sessionId: z.string().optional() }),
])
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

const LIMIT_MS = 10_000
/** The picture of a strip is some kilobytes; nothing we ask for comes near this. */
const MOST_BYTES = 64 * 1024 * 1024

/** `toBrowser` is file descriptor 3 of the browser, `fromBrowser` its 4. Unreadable messages are passed over. */
export function debugPipe(toBrowser: Writable, fromBrowser: Readable, limitMs: number = LIMIT_MS): DebugPipe {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: BrowserEvent) => void>()
  let ended = false
  let lastId = 0

  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id)
    waiting.delete(id)
    clearTimeout(one?.timer)
    return one
  }
  const end = (): void => {
    ended = true
    for (const id of waiting.keys()) settle(id)?.reject(new Error('the browser is gone'))
  }
  const receive = (text: string): void => {
    const parsed = Message.safeParse(jsonOrNull(text))
    if (!parsed.success) return
    const message = parsed.data
    if ('method' in message) for (const listener of listeners) listener(message)
    else if ('error' in message) settle(message.id)?.reject(new Error(message.error.message))
    else settle(message.id)?.resolve(message.result)
  }
  fromBrowser.on('data', splitAtNul(receive, end))
  for (const stream of [toBrowser, fromBrowser]) stream.on('error', end).on('close', end)

  return {
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error('the browser is gone'))
        lastId += 1
        const id = lastId
        const timer = setTimeout(() => settle(id)?.reject(new Error(`${method}: no answer`)), limitMs)
        waiting.set(id, { resolve, reject, timer })
        toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      }),
  }
}

/** Puts chunks together to messages; `tooLong` is called when one would not end. */
export function splitAtNul(receive: (text: string) => void, tooLong: () => void): (chunk: Buffer) => void {
  let parts: Buffer[] = []
  let bytes = 0
  return (chunk) => {
    let rest = chunk
    for (let nul = rest.indexOf(0); nul >= 0; nul = rest.indexOf(0)) {
      receive(Buffer.concat([...parts, rest.subarray(0, nul)]).toString('utf8'))
      parts = []
      bytes = 0
      rest = rest.subarray(nul + 1)
    }
    parts.push(rest)
    bytes += rest.length
    if (bytes > MOST_BYTES) tooLong()
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not JSON: the caller's schema refuses it
  }
}
