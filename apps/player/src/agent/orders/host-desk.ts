import type { HostReport, HostTask } from '@akari/protocol'

/** What the agent asks of the host of the glass: whoever holds the browser or the window. */
export type HostDesk = {
  /** Resolves with what the host gave back; rejects when it failed, or nobody took the task in time. */
  ask: (task: HostTask) => Promise<HostResult>
  /** The host's side: gives back the task before, if any, and waits for the next, for so long at most. */
  serve: (result: HostReport['result'], signal: AbortSignal) => Promise<HostTask | null>
}

export type HostResult = Exclude<NonNullable<HostReport['result']>, { task: 'failed' }>

type Wanted = { task: HostTask; settle: (result: HostResult) => void; fail: (why: Error) => void }

/** A host with much to do (a browser that starts) takes a task late, but not for ever. */
const WITHIN_MS = 15_000

/** One task at a time; those that come meanwhile wait for their turn. */
export function hostDesk(withinMs = WITHIN_MS): HostDesk {
  const queue: Wanted[] = []
  let given: Wanted | null = null
  const waiting = new Set<() => void>()

  const finish = (result: NonNullable<HostReport['result']>): void => {
    const wanted = given
    given = null
    if (wanted === null) return
    if (result.task === 'failed') wanted.fail(new Error(result.why))
    else if (result.task === wanted.task) wanted.settle(result)
    else wanted.fail(new Error('the host did something else'))
  }

  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        const over = (): void => {
          clearTimeout(limit)
          if (given === wanted) given = null
          const at = queue.indexOf(wanted)
          if (at !== -1) queue.splice(at, 1)
        }
        const wanted: Wanted = {
          task,
          settle: (result) => {
            over()
            resolve(result)
          },
          fail: (why) => {
            over()
            reject(why)
          },
        }
        const limit = setTimeout(() => wanted.fail(new Error('nobody who holds the glass answered')), withinMs)
        queue.push(wanted)
        for (const wake of waiting) wake()
      }),
    serve: async (result, signal) => {
      if (result !== null) finish(result)
      // A host that asks anew without a result has lost its task: it is handed out again.
      else if (given !== null) queue.unshift(given)
      given = null
      if (queue.length === 0) {
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake)
            signal.removeEventListener('abort', wake)
            resolve()
          }
          waiting.add(wake)
          signal.addEventListener('abort', wake)
          if (signal.aborted) wake()
        })
      }
      if (signal.aborted) return null
      given = queue.shift() ?? null
      return given?.task ?? null
    },
  }
}
