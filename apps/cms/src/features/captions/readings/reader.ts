import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Ruby } from '@akari/protocol'
import { LinesRead } from './read-lines.ts'

/** Where the process starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './readings.worker.ts' : './readings.worker.js',
  import.meta.url,
)
/** Two thousand lines take less than a second; the dictionary a quarter of one. */
const TIMEOUT_MS = 60_000

/** Reads lines, in a process without the server's environment. Close it as soon as there is nothing to read. */
export type Reader = { read: (lines: readonly string[]) => Promise<Ruby[]>; close: () => void }

/** Rejects where the process dies, takes longer than a minute, or answers what it must not; then it is gone. */
export function startReader(): Reader {
  const child = fork(fileURLToPath(ENTRY), [], {
    env: {},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => child.kill('SIGKILL'))
  return {
    read: (lines) => answerOf(child, lines),
    close: () => void child.kill('SIGKILL'),
  }
}

function answerOf(child: ChildProcess, lines: readonly string[]): Promise<Ruby[]> {
  return new Promise((resolve, reject) => {
    const end = (outcome: () => void) => {
      clearTimeout(late)
      child.off('message', hear)
      child.off('exit', ended)
      outcome()
    }
    const fail = (why: string) => {
      child.kill('SIGKILL')
      end(() => reject(new Error(why)))
    }
    const hear = (message: unknown) => {
      const read = LinesRead.safeParse(message)
      if (read.success && read.data.length === lines.length) end(() => resolve(read.data))
      else fail('the reading process answered what it must not')
    }
    const ended = () => fail('the reading process ended')
    const late = setTimeout(() => fail('the reading process took too long'), TIMEOUT_MS)
    child.on('message', hear)
    child.once('exit', ended)
    if (child.exitCode !== null || child.signalCode !== null) return ended()
    child.send([...lines], (error) => {
      if (error !== null) ended()
    })
  })
}
