import type { PublishJob } from '@akari/protocol'
import { useEffect, useState } from 'react'
import { usePublishJob } from '../../api/publishing.ts'
import { ApiError } from '../../api/problem.ts'

type Job = {
  /** Null: nothing is under way. */
  running: PublishJob | null
  error: Error | null
  follow: (job: PublishJob) => void
  forget: () => void
}

/** Follows a publication to its end, also when it takes longer than an answer may; `onDone` hears of it once. */
export function useJob(onDone: (job: PublishJob) => void): Job {
  const [begun, setBegun] = useState<PublishJob | null>(null)
  const latest = usePublishJob(begun?.state === 'running' ? begun.id : null).data
  const job = latest?.id === begun?.id ? (latest ?? begun) : begun
  const state = job?.state
  useEffect(() => {
    if (job === null || state !== 'done') return
    setBegun(null)
    onDone(job)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- told once for each end of a job
  }, [job?.id, state])
  const problem = state === 'failed' ? job?.problem : null
  return {
    running: state === 'running' ? job : null,
    error: problem === null || problem === undefined ? null : new ApiError(problem.code, 500, problem.detail ?? null),
    follow: setBegun,
    forget: () => setBegun(null),
  }
}
