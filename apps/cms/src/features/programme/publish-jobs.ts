import { setTimeout as pause } from 'node:timers/promises'
import type { ConsoleTopic, Id, PublishJob, PublishResult } from '@akari/protocol'
import type { Logger } from 'pino'
import { AppError } from '../../http/app-error.ts'
import { asAppError } from '../../http/error-handler.ts'
import type { Report } from './drafting.ts'
import type { PublishJobStore } from './publish-jobs.store.ts'

/** Words of progress are stored so often at most. */
const TELL_EVERY_MS = 250
/** A job that says nothing for so long was cut off: the longest silence is one picture. */
const SILENCE_MS = 120_000
const FORGET_AFTER_MS = 24 * 3_600_000

export type JobOutcome = { result?: PublishResult; submissionId?: Id }
export type PublishJobs = ReturnType<typeof publishJobs>

type Deps = {
  store: PublishJobStore
  now: () => Date
  newId: () => Id
  announce: (topic: ConsoleTopic) => void
  log: Logger
}

/** Work that takes longer than somebody should wait for an answer; it says how far it is. */
export function publishJobs({ store, now, newId, announce, log }: Deps) {
  const running = new Set<Promise<unknown>>()

  async function run(job: PublishJob, work: (report: Report) => Promise<JobOutcome>): Promise<PublishJob> {
    let latest = job
    let toldMs = now().getTime()
    let telling: Promise<void> = Promise.resolve()
    const tell = (next: PublishJob): Promise<void> => {
      telling = telling.then(async () => {
        await store.tell(next, now())
        announce('publishing')
      })
      return telling
    }
    const report: Report = (phase, done, total) => {
      latest = { ...latest, phase, done, total }
      if (now().getTime() - toldMs < TELL_EVERY_MS) return
      toldMs = now().getTime()
      tell(latest).catch((err: unknown) => log.warn({ err, jobId: job.id }, 'progress not told'))
    }
    try {
      const { result = null, submissionId = null } = await work(report)
      latest = { ...latest, state: 'done', result, submissionId }
      await tell(latest)
      return latest
    } catch (err) {
      const known = asAppError(err)
      if (known === null || known.status >= 500) log.error({ err, jobId: job.id }, 'publishing failed')
      const error = known ?? new AppError('internal')
      latest = { ...latest, state: 'failed', problem: problemOf(error) }
      await tell(latest).catch((lost: unknown) => log.warn({ err: lost, jobId: job.id }, 'failure not told'))
      throw error
    }
  }

  return {
    /**
     * Starts the work and waits for it a little: a failure within that time is thrown, later ones are told by the job.
     * `waitMs` bounds the wait.
     */
    start: async (
      kind: PublishJob['kind'],
      waitMs: number,
      work: (report: Report) => Promise<JobOutcome>,
    ): Promise<PublishJob> => {
      const job: PublishJob = {
        id: newId(),
        kind,
        state: 'running',
        phase: 'waiting',
        done: 0,
        total: 0,
        result: null,
        submissionId: null,
        problem: null,
      }
      await store.forgetBefore(new Date(now().getTime() - FORGET_AFTER_MS))
      await store.tell(job, now())
      const working = run(job, work)
      const settled = working.catch(() => undefined)
      running.add(settled)
      void settled.then(() => running.delete(settled))
      const patience = new AbortController()
      const waited = pause(waitMs, 'waited' as const, { signal: patience.signal, ref: false }).catch(
        () => 'waited' as const,
      )
      const first = await Promise.race([working, waited]).finally(() => patience.abort())
      if (first !== 'waited') return first
      return (await store.find(job.id))?.job ?? job
    },
    /** Throws `not-found`. */
    find: async (id: Id): Promise<PublishJob> => {
      const found = await store.find(id)
      if (found === null) throw new AppError('not-found')
      const silentMs = now().getTime() - found.toldAt.getTime()
      if (found.job.state !== 'running' || silentMs < SILENCE_MS) return found.job
      return { ...found.job, state: 'failed', problem: problemOf(new AppError('publishing-cut-off')) }
    },
    /** Waits for what is under way. */
    close: async (): Promise<void> => {
      await Promise.all(running)
    },
  }
}

function problemOf(error: AppError): NonNullable<PublishJob['problem']> {
  const title = error.title(undefined)
  return { code: error.code, title, ...(error.message === error.code ? {} : { detail: error.message }) }
}
