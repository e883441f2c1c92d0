import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { PageSession } from './page-session.ts'

/** Chromium's own names: `renderer` runs pages, `GPU` puts what they draw on the glass. */
export type ProcessKind = 'renderer' | 'GPU'

export type BrowserProcesses = {
  /** Ends all of that kind, also those that are stopped. Rejects when the browser does not say which they are. */
  kill: (kind: ProcessKind) => Promise<void>
  /** Memory of the largest of that kind in MiB; null where the system does not tell. */
  memoryMb: (kind: ProcessKind) => Promise<number | null>
}

const Told = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.int().positive() })) })

const KIB_IN_MIB = 1024

/** The helper processes of the browser that is asked. */
export function browserProcesses(ask: PageSession['ask']): BrowserProcesses {
  const pidsOf = async (kind: ProcessKind): Promise<number[]> => {
    const { processInfo } = Told.parse(await ask('SystemInfo.getProcessInfo'))
    return processInfo.filter(({ type }) => type === kind).map(({ id }) => id)
  }
  return {
    kill: async (kind) => {
      for (const pid of await pidsOf(kind)) process.kill(pid, 'SIGKILL')
    },
    memoryMb: async (kind) => {
      const all = await Promise.all((await pidsOf(kind)).map(residentMb))
      return all.reduce((most, mb) => (mb !== null && mb > (most ?? 0) ? mb : most), null)
    },
  }
}

async function residentMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') // another system, or gone meanwhile
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kib === undefined ? null : Number(kib) / KIB_IN_MIB
}
