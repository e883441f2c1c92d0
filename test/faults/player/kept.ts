import { setTimeout as pause } from 'node:timers/promises'

/** Something of ours that runs as a process. */
export type Process = { pid: number; exited: Promise<unknown>; stop: () => Promise<unknown> }

export type Kept<P extends Process> = {
  /** The one that runs now; null between the end of one and the next. */
  now: () => P | null
  /** Kills it and leaves it dead until it is resumed. */
  hold: () => Promise<void>
  resume: () => void
  close: () => Promise<void>
}

/** What the units of systemd have as RestartSec. */
const RESTART_MS = 250

/** Starts a process and, as systemd does with `Restart=always`, starts it again whenever it ends. */
export function keepProcess<P extends Process>(start: () => Promise<P>): Kept<P> {
  let current: P | null = null
  let wanted: 'running' | 'held' | 'closed' = 'running'
  const isClosed = () => wanted === 'closed'

  async function run(): Promise<void> {
    while (!isClosed()) {
      if (wanted === 'running') {
        current = await start().catch(() => null) // its port or its disk may be gone just now: again
        await current?.exited
        current = null
      }
      await pause(RESTART_MS)
    }
  }
  const running = run()
  return {
    now: () => current,
    hold: async () => {
      wanted = 'held'
      const last = current
      if (last === null) return
      process.kill(last.pid, 'SIGKILL')
      await last.exited
    },
    resume: () => {
      wanted = 'running'
    },
    close: async () => {
      wanted = 'closed'
      await current?.stop()
      await running
    },
  }
}
