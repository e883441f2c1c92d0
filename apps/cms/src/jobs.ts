import type { Logger } from 'pino'
import { schedule } from 'node-cron'

export type Job = { name: string; cron: string; run: () => Promise<unknown> }

/** Repeating housekeeping; a job that fails is logged and tried at its next time, one that is still running is not doubled. */
export function startJobs(jobs: readonly Job[], log: Logger): { close: () => Promise<void> } {
  const tasks = jobs.map(({ name, cron, run }) =>
    schedule(
      cron,
      async () => {
        try {
          await run()
        } catch (err) {
          log.error({ err, job: name }, 'job failed')
        }
      },
      { name, noOverlap: true },
    ),
  )
  return {
    close: async () => {
      for (const task of tasks) await task.destroy()
    },
  }
}
