import { Worker } from 'node:worker_threads'
import { inTurn } from '@akari/node-kit'

/** The thread was given up: its question took too long, or more memory than there is for one. */
export class ThreadTooMuch extends Error {
  override name = 'ThreadTooMuch'
}

export type ThreadOptions = {
  entry: URL
  /** Nothing asked for so long: the thread ends. */
  idleMs: number
  /** For one question; a thread that takes longer is given up. */
  limitMs: number
  memoryMb: number
}

const STOPS = 'the server stops'

export type AskedThread<Task, Answer> = { ask: (task: Task) => Promise<Answer>; close: () => Promise<void> }

/**
 * One thread that answers one question after the other, started at the first. One that dies or takes too long fails the question
 * it was at (`ThreadTooMuch`); the next gets a new thread. Closed, it fails whatever still waits. `read` parses its answers, and gives null for what is none.
 */
export function askedThread<Task, Answer extends { id: number }>(
  { entry, idleMs, limitMs, memoryMb }: ThreadOptions,
  read: (message: unknown) => Answer | null,
): AskedThread<Task, Answer> {
  let thread: Worker | null = null
  let waiting: { id: number; answered: (answer: Answer) => void; failed: (err: Error) => void } | null = null
  let lastId = 0
  let idle: NodeJS.Timeout | undefined
  const turn = inTurn()
  let isClosed = false

  const giveUp = (of: Worker, err: Error): void => {
    if (thread !== of) return
    thread = null
    waiting?.failed(err)
    void of.terminate()
  }
  const running = (): Worker => {
    if (thread !== null) return thread
    const started = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    started.unref()
    started.on('message', (message: unknown) => {
      const answer = read(message)
      if (answer === null) return giveUp(started, new Error('a thread answered what it must not'))
      if (answer.id === waiting?.id) waiting.answered(answer)
    })
    started.on('error', (err: Error) => giveUp(started, isOutOfMemory(err) ? new ThreadTooMuch('memory') : err))
    started.on('exit', () => giveUp(started, new Error('a thread ended')))
    thread = started
    return started
  }
  const askNow = async (task: Task): Promise<Answer> => {
    if (isClosed) throw new Error(STOPS)
    clearTimeout(idle)
    const id = ++lastId
    const asked = running()
    const late = setTimeout(() => giveUp(asked, new ThreadTooMuch('time')), limitMs)
    try {
      return await new Promise<Answer>((answered, failed) => {
        waiting = { id, answered, failed }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        asked.postMessage({ id, task })
      })
    } finally {
      clearTimeout(late)
      waiting = null
      idle = setTimeout(() => void stop(), idleMs).unref()
    }
  }
  const stop = async (): Promise<void> => {
    clearTimeout(idle)
    const last = thread
    if (last === null) return
    giveUp(last, new Error(STOPS))
    await last.terminate()
  }
  return {
    ask: (task) => turn(() => askNow(task)),
    close: () => {
      isClosed = true
      return stop()
    },
  }
}

function isOutOfMemory(err: Error): boolean {
  return 'code' in err && err.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
