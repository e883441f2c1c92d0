import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { FleetReport } from './fleet-messages.ts'
import type { SimulatedDisplay } from './simulated-displays.ts'

const PATIENCE_MS = 60_000

export type Fleet = {
  /** When each answer to this revision was confirmed (Unix milliseconds), once all are. */
  confirmed: (revision: number) => Promise<number[]>
  /** The same of a snapshot of a feed, once all have it. */
  fed: (revision: number) => Promise<number[]>
  close: () => void
}

/** Connects the displays from `processes` child processes; resolves when all are connected. */
export async function startFleet(
  url: string,
  displays: readonly SimulatedDisplay[],
  processes: number,
): Promise<Fleet> {
  const reported = new Map<string, number[][]>()
  const watchers = new Set<() => void>()
  const share = Math.ceil(displays.length / processes)
  const children: ChildProcess[] = []
  const connected: Promise<void>[] = []
  for (let n = 0; n < processes; n++) {
    const own = displays.slice(n * share, (n + 1) * share)
    if (own.length === 0) continue
    const child = fork(join(import.meta.dirname, 'fleet.process.ts'))
    children.push(child)
    const arrived = Promise.withResolvers<void>()
    connected.push(arrived.promise)
    child.once('exit', () => arrived.reject(new Error('a fleet process ended')))
    child.on('message', (message) => {
      const report = FleetReport.parse(message)
      if (report.kind === 'connected') return arrived.resolve()
      const key = `${report.kind} ${report.revision}`
      reported.set(key, [...(reported.get(key) ?? []), report.at])
      for (const look of watchers) look()
    })
    child.send({ url, displays: own })
  }
  await Promise.all(connected)

  const all = (kind: 'confirmed' | 'fed', revision: number): Promise<number[]> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`revision ${revision} not ${kind} by all`)), PATIENCE_MS)
      const key = `${kind} ${revision}`
      const look = () => {
        const reports = reported.get(key) ?? []
        if (reports.length < children.length) return
        clearTimeout(late)
        watchers.delete(look)
        reported.delete(key)
        resolve(reports.flat())
      }
      watchers.add(look)
      look()
    })
  return {
    confirmed: (revision) => all('confirmed', revision),
    fed: (revision) => all('fed', revision),
    close: () => {
      for (const child of children) child.kill('SIGTERM')
    },
  }
}
