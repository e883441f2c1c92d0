import type { Occurrence } from '@akari/protocol'
import type { Answer, Job } from './occurrences-job.ts'

/** Answers kept for going back and forth; above it only those of the span on show stay. */
const MOST_KEPT = 6_000

type Known = ReadonlyMap<string, readonly Occurrence[]>

/**
 * Knows when rules come round, by the player's own code in a worker that lives while somebody listens. What is known is
 * replaced, never changed, so that React sees it.
 */
export function occurrenceBook() {
  let known: Known = new Map()
  let worker: Worker | null = null
  let unsent: Job | null = null
  const listeners = new Set<() => void>()
  const hear = ({ data }: MessageEvent<Answer>): void => {
    known = withAnswer(known, data)
    for (const tell of listeners) tell()
  }
  const post = (job: Job): void => {
    if (worker === null) unsent = job
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    else worker.postMessage(job)
  }
  return {
    known: (): Known => known,
    /** Asks for what is not known yet; earlier questions are dropped. */
    ask: (job: Job): void => {
      const rules = job.rules.filter(({ key }) => !known.has(key))
      if (rules.length > 0) post({ ...job, rules })
    },
    subscribe: (tell: () => void): (() => void) => {
      listeners.add(tell)
      if (worker === null) {
        worker = new Worker(new URL('./occurrences.worker.ts', import.meta.url), { type: 'module' })
        worker.addEventListener('message', hear)
        if (unsent !== null) post(unsent)
        unsent = null
      }
      return () => {
        listeners.delete(tell)
        if (listeners.size > 0) return
        worker?.terminate()
        worker = null
      }
    },
  }
}

function withAnswer(before: Known, { scope, found }: Answer): Known {
  const kept = before.size < MOST_KEPT ? before : [...before].filter(([key]) => key.startsWith(scope))
  const after = new Map(kept)
  for (const { key, occurrences } of found) after.set(key, occurrences)
  return after
}
