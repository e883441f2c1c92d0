import { type ChildProcess, fork } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, type RestartPace, restartPace } from '@akari/node-kit'

/** From so many ends within a minute on, whoever sits at the terminal is told: something is wrong that a restart does not mend. */
const ENDS_TO_TELL = 6
const STOP_LIMIT_MS = 8000

export type ChildPlan = { name: string; entry: string; args?: readonly string[]; env?: Record<string, string> }

export type Supervisor = {
  /** Starts the child and keeps it running; the first process is returned so that its messages can be heard. */
  start: (plan: ChildPlan) => ChildProcess
  /** Asks every child to stop and waits for the last one. */
  close: () => Promise<void>
}

/**
 * Runs Node programs beside each other: output to log files, complaints to the terminal. Whatever ends is started again, as
 * often as it takes, at the pace that the units of a display have. `onKeepsEnding` hears once of each spell of ends.
 */
export function supervisor(
  logFolder: string,
  onKeepsEnding: (name: string) => void,
  newPace: () => RestartPace = () => restartPace(() => performance.now()),
): Supervisor {
  makeFolder(logFolder)
  const running = new Map<string, ChildProcess>()
  const told = new Set<string>()
  let stopping = false

  /** Once of each spell, which a minute without an end is the end of. */
  function tell(name: string, recent: number): void {
    if (recent === 1) told.delete(name)
    if (recent < ENDS_TO_TELL || told.has(name)) return
    told.add(name)
    onKeepsEnding(name)
  }

  function launch(plan: ChildPlan, pace: RestartPace): ChildProcess {
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
      const { waitMs, recent } = pace.ended()
      tell(plan.name, recent)
      setTimeout(() => {
        if (!stopping) launch(plan, pace)
      }, waitMs)
    })
    return child
  }

  return {
    start: (plan) => launch(plan, newPace()),
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
