import { parentPort } from 'node:worker_threads'
import type { ReadAnswer, ReadTask } from './message-reader.ts'
import { readMessage } from './read-message.ts'

/** Reads large messages in a thread of its own: parsing a megabyte of XML must not hold up a warning. */
parentPort?.on('message', ({ id, bytes, fileName }: ReadTask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answerTo(id, bytes, fileName))
})

function answerTo(id: number, bytes: Uint8Array, fileName: string | null): ReadAnswer {
  try {
    return { id, result: readMessage(bytes, fileName) }
  } catch (err) {
    return { id, failed: err instanceof Error ? (err.stack ?? err.message) : String(err) }
  }
}
