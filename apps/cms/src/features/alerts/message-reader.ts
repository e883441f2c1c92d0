import { Worker } from 'node:worker_threads'
import type { SourceResult } from '@akari/alerts'
import { readMessage } from './read-message.ts'

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
export const MESSAGE_WORKER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './message.worker.ts' : './message.worker.js',
  import.meta.url,
)

/** Up to this size a message is read at once: handing it over takes longer than reading it. */
const INLINE_BYTES = 64 * 1024
/** No message takes this long; one that does is given up with its thread. */
const LIMIT_MS = 10_000

export type ReadTask = { id: number; bytes: Uint8Array; fileName: string | null }
export type ReadAnswer = { id: number } & ({ result: SourceResult } | { failed: string })

export type MessageReader = {
  /** Rejects when reading failed for a reason that is not the message's. */
  read: (bytes: Uint8Array, fileName: string | null) => Promise<SourceResult>
  /** Starts the thread before the first large message comes, which would wait half a second for it. */
  getReady: () => void
  close: () => Promise<void>
}

type Waiting = { resolve: (result: SourceResult) => void; reject: (err: Error) => void; late: NodeJS.Timeout }

/** Small messages are read here, large ones in a thread. */
export function startMessageReader(entry: URL = MESSAGE_WORKER_ENTRY): MessageReader {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let worker: Worker | null = null

  function started(): Worker {
    const fresh = new Worker(entry)
    fresh.unref()
    fresh.on('message', (answer: ReadAnswer) => settle(answer))
    fresh.on('error', (err: Error) => fail(fresh, err))
    fresh.on('exit', () => fail(fresh, new Error('the reading thread ended')))
    return fresh
  }

  function settle(answer: ReadAnswer): void {
    const one = waiting.get(answer.id)
    if (one === undefined) return
    waiting.delete(answer.id)
    clearTimeout(one.late)
    if ('result' in answer) one.resolve(answer.result)
    else one.reject(new Error(answer.failed))
  }

  /** Whoever waits for this thread is told; the next message gets another. */
  function fail(of: Worker, err: Error): void {
    if (worker !== of) return
    worker = null
    for (const one of waiting.values()) {
      clearTimeout(one.late)
      one.reject(err)
    }
    waiting.clear()
    void of.terminate()
  }

  function readElsewhere(bytes: Uint8Array, fileName: string | null): Promise<SourceResult> {
    const thread = (worker ??= started())
    return new Promise((resolve, reject) => {
      const id = ++lastId
      const late = setTimeout(() => fail(thread, new Error('a message took too long to read')), LIMIT_MS)
      waiting.set(id, { resolve, reject, late })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage({ id, bytes, fileName } satisfies ReadTask)
    })
  }

  return {
    read: async (bytes, fileName) =>
      bytes.length <= INLINE_BYTES ? readMessage(bytes, fileName) : readElsewhere(bytes, fileName),
    getReady: () => {
      worker ??= started()
    },
    close: async () => {
      const last = worker
      if (last === null) return
      fail(last, new Error('the server stops'))
      await last.terminate()
    },
  }
}
