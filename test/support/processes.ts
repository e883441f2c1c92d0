import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The Node 24 that the whole repository runs on. */
export const node = join(root, 'node_modules', '.bin', 'node')

export type Running = {
  pid: number
  /** What `ready` matched, with its groups. */
  readyLine: RegExpExecArray
  /** Everything the process has written so far, stdout and stderr in the order of arrival. */
  logs(): string
  /** Resolves with the first match of `pattern` in what is written from now on. */
  waitFor(pattern: RegExp, limitMs: number): Promise<RegExpExecArray>
  /** The exit code, or the name of the signal that ended it. */
  exited: Promise<number | NodeJS.Signals>
  /** Sends the signal (SIGTERM asks, SIGKILL does not) and waits for the end; a deaf process is killed after 10 s. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | NodeJS.Signals>
}

export type StartOptions = {
  /** A command that starts Node in its own stead, such as one that enters a namespace first. */
  within?: readonly string[]
  /** Arguments for Node: the entry first. */
  arguments: readonly string[]
  env?: Readonly<Record<string, string>>
  cwd?: string
  /** The line that means "at work"; read from stdout and stderr. */
  ready: RegExp
  limitMs?: number
}

/**
 * Starts a Node process of ours (the CMS, an agent, the launcher) and waits until it says that it is ready.
 * Rejects, with everything it wrote, when it ends before or stays silent past the limit (20 s unless told).
 */
export async function startProcess(options: StartOptions): Promise<Running> {
  const [program, ...before] = [...(options.within ?? []), node]
  const child = spawn(program, [...before, ...options.arguments], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = new Output(child)
  const exited = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'))
  })
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => stopChild(child, exited, signal)
  try {
    const readyLine = await output.next(options.ready, options.limitMs ?? 20_000, 0)
    return {
      pid: child.pid ?? 0,
      readyLine,
      exited,
      stop,
      logs: () => output.text,
      waitFor: (pattern, limitMs) => output.next(pattern, limitMs, output.text.length),
    }
  } catch (error) {
    await stop('SIGKILL')
    throw error
  }
}

/** What a process has written, and the waits for what it will write. */
class Output {
  text = ''
  readonly #child: ChildProcess

  constructor(child: ChildProcess) {
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        this.text += String(chunk)
      })
    }
  }

  next(pattern: RegExp, limitMs: number, from: number): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => settle(() => reject(new Error(`${why} before ${pattern} was seen:\n${this.text}`)))
      const look = () => {
        const match = new RegExp(pattern).exec(this.text.slice(from))
        if (match !== null) settle(() => resolve(match))
      }
      const ended = () => fail('the process ended')
      const late = setTimeout(() => fail(`${limitMs} ms passed`), limitMs)
      const streams = [this.#child.stdout, this.#child.stderr]
      const settle = (act: () => void) => {
        clearTimeout(late)
        for (const stream of streams) stream?.off('data', look)
        this.#child.off('close', ended)
        act()
      }
      for (const stream of streams) stream?.on('data', look)
      this.#child.on('close', ended)
      look()
    })
  }
}

async function stopChild(
  child: ChildProcess,
  exited: Promise<number | NodeJS.Signals>,
  signal: NodeJS.Signals,
): Promise<number | NodeJS.Signals> {
  const isRunning = child.exitCode === null && child.signalCode === null
  if (isRunning) child.kill(signal)
  const deaf = setTimeout(() => child.kill('SIGKILL'), 10_000)
  try {
    return await exited
  } finally {
    clearTimeout(deaf)
  }
}
