import { type ChildProcess, fork } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '@akari/node-kit'

const RESTART_MS = 1000
/** A child that dies more often than this within a minute is left down: something is wrong that a restart does not mend. */
const MOST_RESTARTS = 5
const STOP_LIMIT_MS = 8000

export type ChildPlan = { name: string; entry: string; args?: readonly string[]; env?: Record<string, string> }

export type Supervisor = {
  /** Starts the child and keeps it running; the first process is returned so that its messages can be heard. */
  start: (plan: ChildPlan) => ChildProcess
  /** Asks every child to stop and waits for the last one. */
  close: () => Promise<void>
}

/** Runs Node programs beside each other: output to log files, complaints to the terminal, restarts after a crash. */
export function supervisor(logFolder: string, onGivenUp: (name: string) => void): Supervisor {
  makeFolder(logFolder)
  const running = new Map<string, ChildProcess>()
  let stopping = false

  function launch(plan: ChildPlan, earlier: readonly number[]): ChildProcess {
    const log = createWriteStream(join(logFolder, `${plan.name}.log`), { flags: 'a' })
    const child = fork(plan.entry, [...(plan.args ?? [])], {
      env: { ...process.env, ...plan.env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    child.stdout?.pipe(log)
    running.set(plan.name, child)
    child.once('exit', () => {
      running.delete(plan.name)
      if (stopping) return
      const recent = [...earlier, Date.now()].filter((at) => Date.now() - at < 60_000)
      if (recent.length > MOST_RESTARTS) {
        onGivenUp(plan.name)
        return
      }
      setTimeout(() => {
        if (!stopping) launch(plan, recent)
      }, RESTART_MS)
    })
    return child
  }

  return {
    start: (plan) => launch(plan, []),
    close: async () => {
      stopping = true
      await Promise.all([...running.values()].map(stopped))
    },
  }
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    child.once('exit', () => {
      clearTimeout(limit)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
