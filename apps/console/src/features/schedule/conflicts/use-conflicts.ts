import type { Conflicting, Reachable } from '@akari/programme'
import type { Id, Instant, ScheduleConflicts } from '@akari/protocol'
import { useEffect, useState } from 'react'
import type { Days } from '../../../parts/use-office-days.ts'
import type { ConflictsAnswer, ConflictsJob } from './conflicts-job.ts'

/** Somebody who is still typing is not asked about. */
const SETTLED_MS = 300

type ConflictsQuestion = {
  entries: readonly Conflicting[]
  displays: readonly Reachable[]
  from: Instant
  to: Instant
  days: Days
  about: Id | null
}

/**
 * The conflicts of a question, worked out in a worker a moment after it was asked; null until then, and for no question.
 * The question is asked again when it is another object.
 */
export function useConflicts(question: ConflictsQuestion | null): ScheduleConflicts | null {
  const [answer, setAnswer] = useState<{ to: ConflictsQuestion; found: ScheduleConflicts } | null>(null)
  useEffect(() => {
    if (question === null) return
    let worker: Worker | null = null
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./conflicts.worker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }: MessageEvent<ConflictsAnswer>) =>
        setAnswer({ to: question, found: data.found }),
      )
      const { days, ...rest } = question
      const { calendar, dayparts } = days
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage({ ...rest, calendar, dayparts } satisfies ConflictsJob)
    }, SETTLED_MS)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
  }, [question])
  return question !== null && answer?.to === question ? answer.found : null
}
