import type { Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import texts from './assets.texts.json' with { type: 'json' }
import type { MediaJobStore, StoredJob } from './media-jobs.store.ts'

const HOLD_MS = 60_000
const BEAT_MS = 1000
const LOOK_MS = 15_000

export type JobProgress = (done: number, total: number) => void
/** Does a job; throws AppError with the sentence staff are to read. `null` when it went without a remark. */
export type RunJob = (job: StoredJob, progress: JobProgress, signal: AbortSignal) => Promise<string | null>

export type MediaQueue = {
  /** There may be something to do. */
  wake: () => void
  /** Stops a job that is running here. */
  stop: (id: Id) => void
  /** Resolves when nothing is left to do here. */
  idle: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Works through the jobs, one at a time. A job that was running when the server stopped is begun again by whichever server
 * comes first.
 */
export function startMediaQueue(deps: {
  store: MediaJobStore
  run: RunJob
  now: () => Date
  announce: () => void
  log: Logger
}): MediaQueue {
  const closing = new AbortController()
  let current: { id: Id; abort: AbortController } | null = null
  let working: Promise<void> = Promise.resolve()
  let isWorking = false

  const work = async (): Promise<void> => {
    for (;;) {
      if (closing.signal.aborted) return
      const job = await deps.store.claim(deps.now().getTime(), deps.now().getTime() + HOLD_MS)
      if (job === null) return
      const abort = new AbortController()
      current = { id: job.id, abort }
      await doJob(deps, job, abort, AbortSignal.any([abort.signal, closing.signal]))
      current = null
      deps.announce()
    }
  }
  const wake = (): void => {
    if (isWorking || closing.signal.aborted) return
    isWorking = true
    working = work()
      .catch((err: unknown) => deps.log.error({ err }, 'media queue stopped'))
      .finally(() => {
        isWorking = false
      })
  }
  const look = setInterval(wake, LOOK_MS).unref()
  return {
    wake,
    stop: (id) => {
      if (current?.id === id) current.abort.abort()
    },
    idle: () => working,
    close: async () => {
      clearInterval(look)
      closing.abort()
      await working
    },
  }
}

async function doJob(
  deps: Parameters<typeof startMediaQueue>[0],
  job: StoredJob,
  abort: AbortController,
  signal: AbortSignal,
): Promise<void> {
  let progress = { done: job.done, total: job.total }
  const beat = setInterval(() => {
    deps.store.hold(job.id, progress, deps.now().getTime() + HOLD_MS).then(
      (isWanted) => isWanted || abort.abort(),
      (err: unknown) => deps.log.warn({ err, jobId: job.id }, 'progress of a media job not stored'),
    )
  }, BEAT_MS)
  try {
    const report: JobProgress = (done, total) => {
      progress = { done, total }
    }
    const note = await deps.run(job, report, signal)
    clearInterval(beat)
    await deps.store.move(job.id, ['running'], { state: 'done', note, done: progress.total, total: progress.total })
  } catch (error) {
    clearInterval(beat)
    // Not ended but interrupted: the next server begins it again.
    if (signal.aborted) {
      await deps.store.move(job.id, ['running'], { state: 'waiting' })
      return
    }
    if (!(error instanceof AppError)) deps.log.error({ err: error, jobId: job.id }, 'media job failed')
    const note = error instanceof AppError ? error.message : sentence(texts.jobFailed)
    await deps.store.move(job.id, ['running'], { state: 'failed', note })
  }
}
