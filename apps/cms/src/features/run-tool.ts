import { spawn } from 'node:child_process'
import { faultCode } from '@akari/node-kit'

export type Ran = { end: 'done' | 'failed' | 'missing' | 'tooSlow' | 'cancelled'; stdout: string; stderr: string }

export type ToolOptions = {
  timeoutMs: number
  /** Caps of the whole child: address space, processor time, size of any file it writes. */
  limits?: { memoryMiB: number; cpuSeconds: number; fileMiB: number }
  /** Only these; the server's own environment, where its secrets are, is never passed on. */
  env?: Record<string, string>
  cwd?: string
  signal?: AbortSignal
  /** At the signal it is asked to come to an end (SIGINT), and is given so long to do it. */
  graceMs?: number
  /** Hears what it says on its standard output while it runs. */
  hear?: (text: string) => void
}

const KEPT = 65_536
/** exec of a command that is not there (POSIX sh, 2.8.2). */
const NOT_FOUND = 127
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const LIMITED = 'ulimit -v "$1"; ulimit -t "$2"; ulimit -f "$3"; ulimit -c 0; shift 3; exec nice -n 15 "$@"'

/**
 * Runs a program for media to its end, its deadline or the signal; what it started goes with it. Keeps at most 64 KiB of what
 * it says. With `limits` it gives way to everything else on the machine.
 */
export function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<Ran> {
  const { limits } = options
  const caps = limits === undefined ? [] : [limits.memoryMiB * 1024, limits.cpuSeconds, limits.fileMiB * 2048]
  const [program, ...rest] =
    limits === undefined ? [command, ...args] : ['/bin/sh', '-c', LIMITED, 'sh', ...caps.map(String), command, ...args]
  return new Promise((resolve, reject) => {
    if (options.signal?.aborted === true) {
      resolve({ end: 'cancelled', stdout: '', stderr: '' })
      return
    }
    const child = spawn(program, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { PATH, LANG: 'C.UTF-8', ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    const said = { stdout: '', stderr: '' }
    let ended: 'tooSlow' | 'cancelled' | null = null
    const stop = (why: 'tooSlow' | 'cancelled') => {
      ended ??= why
      killGroup(child.pid)
    }
    const timer = setTimeout(() => stop('tooSlow'), options.timeoutMs)
    let grace: NodeJS.Timeout | undefined
    const cancel = () => {
      if (options.graceMs === undefined) return stop('cancelled')
      ended ??= 'cancelled'
      killGroup(child.pid, 'SIGINT')
      grace = setTimeout(() => stop('cancelled'), options.graceMs)
    }
    options.signal?.addEventListener('abort', cancel, { once: true })
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        if (stream === 'stdout') options.hear?.(text)
        if (said[stream].length < KEPT) said[stream] += text
      })
    }
    const over = () => {
      clearTimeout(timer)
      clearTimeout(grace)
      options.signal?.removeEventListener('abort', cancel)
    }
    child.once('error', (error) => {
      over()
      if (faultCode(error) === 'ENOENT') resolve({ end: 'missing', ...said })
      else reject(error)
    })
    child.once('close', (code) => {
      over()
      killGroup(child.pid)
      const end = limits !== undefined && code === NOT_FOUND ? 'missing' : code === 0 ? 'done' : 'failed'
      resolve({ end: ended ?? end, ...said })
    })
  })
}

/** Is there such a program on this machine? */
export async function isInstalled(command: string): Promise<boolean> {
  const ran = await runTool('/bin/sh', ['-c', 'command -v "$1"', 'sh', command], { timeoutMs: 5000 })
  return ran.end === 'done'
}

/** A program may have started others (soffice does). */
function killGroup(pid: number | undefined, signal: 'SIGKILL' | 'SIGINT' = 'SIGKILL'): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (faultCode(error) !== 'ESRCH') throw error
  }
}

/** Arguments as they are written in a shell, where none has a blank. */
export function words(text: string): string[] {
  return text.split(' ')
}
