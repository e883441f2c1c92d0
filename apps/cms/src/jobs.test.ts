import { pino } from 'pino'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type Job, startJobs } from './jobs.ts'

const EVERY_SECOND = '* * * * * *'
const PATIENCE = { timeout: 10_000 }

function started(jobs: readonly Job[]) {
  const lines: string[] = []
  const running = startJobs(jobs, pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }))
  onTestFinished(running.close)
  return lines
}

it('a job that is still running is not doubled, which nobody is warned of, and is run again once it is done', async () => {
  const warned = vi.spyOn(console, 'warn')
  onTestFinished(() => warned.mockRestore())
  let [ticks, starts] = [0, 0]
  const first = Promise.withResolvers<void>()
  const lines = started([
    { name: 'ticks', cron: EVERY_SECOND, run: async () => void (ticks += 1) },
    {
      name: 'slow',
      cron: EVERY_SECOND,
      run: async () => {
        starts += 1
        if (starts === 1) await first.promise
      },
    },
  ])
  await expect.poll(() => ticks, PATIENCE).toBeGreaterThan(2)
  expect(starts).toBe(1)
  expect([lines, warned.mock.calls]).toEqual([[], []])
  first.resolve()
  await expect.poll(() => starts, PATIENCE).toBeGreaterThan(1)
})

it('a job that fails is told by its name and tried again', async () => {
  let tries = 0
  const lines = started([
    {
      name: 'fails',
      cron: EVERY_SECOND,
      run: () => {
        tries += 1
        return Promise.reject(new Error('no room'))
      },
    },
  ])
  await expect.poll(() => tries, PATIENCE).toBeGreaterThan(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ job: 'fails', msg: 'job failed', err: { message: 'no room' } })
})
