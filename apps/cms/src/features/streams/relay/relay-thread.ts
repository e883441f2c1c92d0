import { Worker } from 'node:worker_threads'
import type { StreamAsk } from '@akari/node-kit'
import { RelayAnswered, type RelayAnswer, type RelayOptions, type RelayQuestion } from './relay-messages.ts'

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './relay.worker.ts' : './relay.worker.js', import.meta.url)
/** The thread's own deadline is 10 s: one that has not answered by then is stuck. */
const LIMIT_MS = 15_000
const IDLE_MS = 15 * 60_000
/** Each may hold a segment of 16 MB. */
const MOST_AT_ONCE = 24
/** A stream that does not answer, with all its variants, sound and parts, leaves the others half of that. */
const MOST_OF_ONE = 12
const MEMORY_MB = 128

export type RelayThread = {
  /** Never rejects. */
  ask: (entry: string, ask: StreamAsk) => Promise<RelayAnswer>
  close: () => Promise<void>
}

/** The thread that asks live streams, started at the first question; one that dies or is stuck is followed by a new one. */
export function startRelayThread(options: RelayOptions): RelayThread {
  let thread: Worker | null = null
  let lastId = 0
  let isClosed = false
  let idle: NodeJS.Timeout | undefined
  const waiting = new Map<number, { entry: string; answered: (answer: RelayAnswer) => void }>()

  const giveUp = (of: Worker, detail: string): void => {
    if (thread !== of) return
    thread = null
    for (const { answered } of waiting.values()) answered({ kind: 'unreachable', detail })
    waiting.clear()
    void of.terminate()
  }
  const running = (): Worker => {
    if (thread !== null) return thread
    const limits = { maxOldGenerationSizeMb: MEMORY_MB }
    const started = new Worker(ENTRY, { workerData: options, resourceLimits: limits })
    started.unref()
    started.on('message', (message: unknown) => {
      const told = RelayAnswered.safeParse(message)
      if (!told.success) return giveUp(started, 'the relay answered what it must not')
      waiting.get(told.data.id)?.answered(told.data.answer)
      waiting.delete(told.data.id)
    })
    started.on('error', (err: Error) => giveUp(started, `the relay failed: ${err.message}`))
    started.on('exit', () => giveUp(started, 'the relay ended'))
    thread = started
    return started
  }
  return {
    ask: async (entry, ask) => {
      if (isClosed) return { kind: 'unreachable', detail: 'the server stops' }
      if (waiting.size >= MOST_AT_ONCE) return { kind: 'unreachable', detail: 'too many streams at once' }
      if ([...waiting.values()].filter((other) => other.entry === entry).length >= MOST_OF_ONE) {
        return { kind: 'unreachable', detail: 'too much of this stream at once' }
      }
      clearTimeout(idle)
      const question: RelayQuestion = { id: ++lastId, entry, ask }
      const asked = running()
      const late = setTimeout(() => giveUp(asked, 'the relay was stuck'), LIMIT_MS)
      try {
        return await new Promise<RelayAnswer>((answered) => {
          waiting.set(question.id, { entry, answered })
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
          asked.postMessage(question)
        })
      } finally {
        clearTimeout(late)
        clearTimeout(idle)
        idle = setTimeout(() => thread !== null && giveUp(thread, 'the relay rests'), IDLE_MS).unref()
      }
    },
    close: async () => {
      isClosed = true
      clearTimeout(idle)
      const last = thread
      if (last === null) return
      giveUp(last, 'the server stops')
      await last.terminate()
    },
  }
}
