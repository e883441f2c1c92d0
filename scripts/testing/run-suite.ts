import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readSuiteResult, resultFileVariable } from './suite-result.ts'
import type { SuiteEnd } from './summary.ts'

export type Suite = { name: string; command: string; arguments: string[] }

const patienceMs = 10_000

/**
 * Runs one test runner in a process group of its own, its output straight to ours. When `signal` aborts, the whole
 * group is asked to stop (both runners clean up on SIGINT) and, ten seconds later, killed, so that no browser or server outlives the run.
 */
export function runSuite(
  suite: Suite,
  root: string,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<SuiteEnd> {
  const bin = join(root, 'node_modules', '.bin')
  const file = join(root, 'build', 'test-results', `${suite.name}.json`)
  mkdirSync(join(root, 'build', 'test-results'), { recursive: true })
  rmSync(file, { force: true })
  const child = spawn(join(bin, suite.command), suite.arguments, {
    cwd: root,
    env: { ...environment, [resultFileVariable]: file, PATH: `${bin}${delimiter}${environment['PATH'] ?? ''}` },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  const stop = () => stopGroup(child.pid)
  signal.addEventListener('abort', stop, { once: true })
  return new Promise((resolve) => {
    const end = (exit: number | string) => {
      signal.removeEventListener('abort', stop)
      resolve({ suite: suite.name, exit, result: readSuiteResult(file) })
    }
    child.on('error', (error) => end(error.message))
    child.on('close', (code, killedBy) => end(code ?? killedBy ?? 'unknown'))
  })
}

function stopGroup(leader: number | undefined): void {
  if (leader === undefined) return
  signalGroup(leader, 'SIGINT')
  setTimeout(() => signalGroup(leader, 'SIGKILL'), patienceMs).unref()
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal)
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!isGone) throw error
  }
}
