import { spawn } from 'node:child_process'
import { Readable, Writable } from 'node:stream'
import { debugPipe } from './debug-pipe.ts'
import { openPageSession, type PageSession } from './page-session.ts'

/** One Chromium from its start to its end. */
export type Browser = {
  pid: number
  /** Rejects when it never got as far. */
  page: Promise<PageSession>
  /** Resolves with what it ended by; never rejects. */
  ended: Promise<string>
  /** Asks it to end. */
  stop: () => void
  /** Ends it and all its helpers, also those that are stopped and would outlive it. */
  kill: () => void
}

/**
 * Starts Chromium with a debugging pipe on its file descriptors 3 (to it) and 4 (from it), as the head of a process group
 * of its own. It ends by itself when whoever started it is gone, because the pipe closes.
 */
export function launchBrowser(path: string, flags: readonly string[]): Browser {
  const child = spawn(path, [...flags], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`))
  })
  const page = openedOn(child.stdio[3], child.stdio[4])
  page.catch(() => undefined) // whoever keeps the browser hears it, too
  return {
    pid: child.pid ?? 0,
    page,
    ended,
    stop: () => void child.kill('SIGTERM'),
    kill: () => killGroup(child.pid),
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // nobody is left in it
  }
}

async function openedOn(toBrowser: unknown, fromBrowser: unknown): Promise<PageSession> {
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) throw new Error('the browser has no pipe')
  return openPageSession(debugPipe(toBrowser, fromBrowser))
}
