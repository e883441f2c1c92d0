import { Worker } from 'node:worker_threads'
import type { WayAnswer } from '@akari/protocol'
import { type Compiled, type ReadPlan, type Reported, VenueAnswer, type VenueTask } from './venue-messages.ts'
import { draftWork, readPlan } from './venue-work.ts'
import { takingWork, type TakenWay } from './way-work.ts'

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
export const VENUE_WORKER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './venue.worker.ts' : './venue.worker.js',
  import.meta.url,
)

/** The thread was given up: the venue took too long, or more memory than there is for one. */
export class VenueTooMuch extends Error {
  override name = 'VenueTooMuch'
}

type Asking<K extends VenueTask['kind']> = Omit<Extract<VenueTask, { kind: K }>, 'kind'>

export type VenueThread = {
  read: (task: Asking<'read'>) => Promise<ReadPlan>
  report: (task: Asking<'report'>) => Promise<Reported>
  compile: (task: Asking<'compile'>) => Promise<Compiled>
  route: (task: Asking<'route'>) => Promise<WayAnswer>
  take: (task: Asking<'take'>) => Promise<TakenWay>
  close: () => Promise<void>
}

type Options = {
  entry: URL
  /** Nothing asked for so long: the thread ends. */
  idleMs: number
  /** For one question; a thread that takes longer is given up. */
  limitMs: number
  memoryMb: number
}
type Waiting = { answered: (answer: VenueAnswer) => void; failed: (err: Error) => void }

/**
 * One thread that answers one question after the other, started at the first. One that dies or takes too long fails the question
 * it was at (`VenueTooMuch`); the next gets a new thread.
 */
export function startVenueThread({ entry, idleMs, limitMs, memoryMb }: Options): VenueThread {
  let thread: Worker | null = null
  let waiting: (Waiting & { id: number }) | null = null
  let lastId = 0
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

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
      const answer = VenueAnswer.safeParse(message)
      if (!answer.success)
        return giveUp(started, new Error('the venue thread answered what it must not', { cause: answer.error }))
      if (answer.data.id === waiting?.id) waiting.answered(answer.data)
    })
    started.on('error', (err: Error) => giveUp(started, isOutOfMemory(err) ? new VenueTooMuch('memory') : err))
    started.on('exit', () => giveUp(started, new Error('the venue thread ended')))
    thread = started
    return started
  }
  const askNow = async (task: VenueTask): Promise<VenueAnswer> => {
    clearTimeout(idle)
    const id = ++lastId
    const asked = running()
    const late = setTimeout(() => giveUp(asked, new VenueTooMuch('time')), limitMs)
    try {
      return await new Promise<VenueAnswer>((answered, failed) => {
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
  const ask = (task: VenueTask): Promise<VenueAnswer> => {
    const answer = turn.then(() => askNow(task))
    turn = answer.catch(() => undefined)
    return answer
  }
  const stop = async (): Promise<void> => {
    clearTimeout(idle)
    const last = thread
    if (last === null) return
    giveUp(last, new Error('the server stops'))
    await last.terminate()
  }
  return {
    read: async (task) => {
      const answer = await ask({ kind: 'read', ...task })
      return answer.kind === 'read' ? answer.result : refuse(answer)
    },
    report: async (task) => {
      const answer = await ask({ kind: 'report', ...task })
      return answer.kind === 'report' ? answer.result : refuse(answer)
    },
    compile: async (task) => {
      const answer = await ask({ kind: 'compile', ...task })
      return answer.kind === 'compile' ? answer.result : refuse(answer)
    },
    route: async (task) => {
      const answer = await ask({ kind: 'route', ...task })
      return answer.kind === 'route' ? answer.result : refuse(answer)
    },
    take: async (task) => {
      const answer = await ask({ kind: 'take', ...task })
      return answer.kind === 'take' ? answer.result : refuse(answer)
    },
    close: stop,
  }
}

/** The same without a thread, for a handful of small venues. */
export function venueWorkHere(): VenueThread {
  return { ...draftWork(), read: readPlan, take: takingWork(), close: () => Promise.resolve() }
}

function isOutOfMemory(err: Error): boolean {
  return 'code' in err && err.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function refuse(answer: VenueAnswer): never {
  throw new Error(answer.kind === 'failed' ? answer.message : 'the venue thread answered something else')
}
