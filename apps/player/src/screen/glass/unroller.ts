import type { Instant, Programme } from '@akari/protocol'
import type { InterruptWindow, Window, Windows } from '@akari/programme'

/** What the page asks the worker: the windows of a programme in a stretch of time. */
export interface UnrollRequest {
  job: number
  programme: Programme
  from: Instant
  to: Instant
}

/** The answer in pieces, each of which is read in a few milliseconds: first the windows, then what belongs to all of them. */
export type UnrollAnswer =
  | { job: number; part: 'list'; windows: Windows['list'] }
  | { job: number; part: 'interrupts'; windows: Windows['interrupts'] }
  | { job: number; part: 'overlays'; windows: Windows['overlays'] }
  | { job: number; part: 'end'; rest: Omit<Windows, 'list' | 'interrupts' | 'overlays'> }

/** Unrolls far ahead without the page standing still. */
export interface Unroller {
  /** Another call takes the place of one that has not answered. */
  unroll: (programme: Programme, from: Instant, to: Instant, done: (windows: Windows) => void) => void
  close: () => void
}

type Waiting = {
  job: number
  list: Window[]
  interrupts: InterruptWindow[]
  overlays: Window[]
  done: (windows: Windows) => void
}

/** Puts the answers of `worker` together. `onFault`: it cannot work; whoever asked goes on with what there is. */
export function workerUnroller(worker: Worker, onFault: (detail: string) => void): Unroller {
  let waiting: Waiting | null = null
  let jobs = 0
  worker.onmessage = ({ data }: MessageEvent<UnrollAnswer>) => {
    if (waiting === null || data.job !== waiting.job) return
    switch (data.part) {
      case 'list':
        return void waiting.list.push(...data.windows)
      case 'interrupts':
        return void waiting.interrupts.push(...data.windows)
      case 'overlays':
        return void waiting.overlays.push(...data.windows)
      case 'end': {
        const { list, interrupts, overlays, done } = waiting
        waiting = null
        done({ ...data.rest, list, interrupts, overlays })
      }
    }
  }
  worker.onerror = ({ message }) => onFault(message)
  worker.onmessageerror = () => onFault('unreadable answer')
  return {
    unroll: (programme, from, to, done) => {
      jobs += 1
      waiting = { job: jobs, list: [], interrupts: [], overlays: [], done }
      const request: UnrollRequest = { job: jobs, programme, from, to }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage(request)
    },
    close: () => worker.terminate(),
  }
}
