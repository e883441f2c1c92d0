import { Worker } from 'node:worker_threads'
import type { Conflicting, Reachable } from '@akari/programme'
import { type Daypart, type Id, type Instant, type OfficeCalendar, ScheduleConflicts } from '@akari/protocol'

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './conflicts.worker.ts' : './conflicts.worker.js',
  import.meta.url,
)
/** No schedule takes this long; one that does is given up with its thread. */
const LIMIT_MS = 20_000

export type ConflictTask = {
  entries: readonly Conflicting[]
  displays: readonly Reachable[]
  from: Instant
  to: Instant
  calendar: OfficeCalendar | undefined
  dayparts: readonly Daypart[]
  about: Id | undefined
}

/** `conflictsOf` in a thread of its own: a second of calculating must not hold up a warning. */
export function findConflicts(task: ConflictTask): Promise<ScheduleConflicts> {
  const worker = new Worker(ENTRY)
  worker.unref()
  return new Promise<ScheduleConflicts>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the conflicts took too long to find')), LIMIT_MS)
    worker.once('message', (found: unknown) => resolve(ScheduleConflicts.parse(found)))
    worker.once('error', reject)
    worker.once('messageerror', reject)
    worker.once('exit', () => {
      clearTimeout(late)
      reject(new Error('the thread that looks for conflicts ended'))
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(task)
  }).finally(() => void worker.terminate())
}
