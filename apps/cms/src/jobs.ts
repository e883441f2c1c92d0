import { schedule } from 'node-cron'
import type { Logger } from 'pino'

export type Job = { name: string; cron: string; run: () => Promise<unknown> }

/** A recording that is put together takes its time; what takes longer than this is told once. */
const LONG_MS = 10 * 60_000

/** Repeating housekeeping; a job that fails is logged and tried at its next time, one that is still running is not doubled. */
export function startJobs(jobs: readonly Job[], log: Logger): { close: () => Promise<void> } {
  const tasks = jobs.map((job) => schedule(job.cron, oneAtATime(job, log), { name: job.name, logger: told(log, job) }))
  return {
    close: async () => {
      for (const task of tasks) await task.destroy()
    },
  }
}

/** Not left to node-cron, which warns on the console of every time that it passes over. */
function oneAtATime({ name, run }: Job, log: Logger): () => Promise<void> {
  let isRunning = false
  return async () => {
    if (isRunning) return
    isRunning = true
    const late = setTimeout(() => log.warn({ job: name }, 'job takes long'), LONG_MS).unref()
    try {
      await run()
    } catch (err) {
      log.error({ err, job: name }, 'job failed')
    } finally {
      clearTimeout(late)
      isRunning = false
    }
  }
}

/** What node-cron has to say, in the log of the server instead of on its console. */
function told(log: Logger, { name }: Job) {
  const say = (level: 'debug' | 'warn' | 'error') => (said: string | Error) =>
    log[level]({ job: name, said: String(said) }, 'node-cron')
  return { info: say('debug'), debug: say('debug'), warn: say('warn'), error: say('error') }
}
