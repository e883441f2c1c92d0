import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { FleetReport } from './fleet-messages.ts'
import type { SimulatedDisplay } from './simulated-displays.ts'

const PATIENCE_MS = 60_000

export type Fleet = {
  /** When each answer to this revision was confirmed (Unix milliseconds), once all are. */
  confirmed: (revision: number) => Promise<number[]>
  close: () => void
}

/** Connects the displays from `processes` child processes; resolves when all are connected. */
export async function startFleet(
  url: string,
  displays: readonly SimulatedDisplay[],
  processes: number,
): Promise<Fleet> {
  const byRevision = new Map<number, number[][]>()
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
      byRevision.set(report.revision, [...(byRevision.get(report.revision) ?? []), report.at])
      for (const look of watchers) look()
    })
    child.send({ url, displays: own })
  }
  await Promise.all(connected)

  return {
    confirmed: (revision) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`revision ${revision} not confirmed by all`)), PATIENCE_MS)
        const look = () => {
          const reports = byRevision.get(revision) ?? []
          if (reports.length < children.length) return
          clearTimeout(late)
          watchers.delete(look)
          byRevision.delete(revision)
          resolve(reports.flat())
        }
        watchers.add(look)
        look()
      }),
    close: () => {
      for (const child of children) child.kill('SIGTERM')
    },
  }
}
