import { readdir, readFile, statfs } from 'node:fs/promises'
import { freemem, totalmem, uptime } from 'node:os'
import { join } from 'node:path'
import { faultText } from '@akari/node-kit'
import type { DeviceVitals } from '@akari/protocol'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { Vitals } from './vitals.ts'

/** Temperatures and memory change slowly, and a probe must not wake a sleeping disk more often than the reports do. */
const EVERY_MS = 10_000
/** Less than this left, and the next publication or the outbox may not find room. */
const LITTLE_FREE_SHARE = 0.05
const LITTLE_FREE_BYTES = 200 * 1024 * 1024
const HOT_C = 85

type Roots = { proc: string; thermal: string }
const LINUX: Roots = { proc: '/proc', thermal: '/sys/class/thermal' }

export type DeviceProbeDeps = {
  dataFolder: string
  bootId: string
  vitals: Vitals
  faults: Faults
  /** What Akari's files take of the disk, and may take at most. */
  content: () => Promise<{ contentBytes: number; budgetBytes?: number }>
  everyMs?: number
  roots?: Roots
}

/** Looks at the device again and again: disk, memory, temperature, how long it has been up. */
export function startDeviceProbe(deps: DeviceProbeDeps): Loop {
  const { vitals, faults } = deps
  return startLoop({
    waitMs: () => deps.everyMs ?? EVERY_MS,
    failed: (error) => faults.report('device-probe', faultText(error)),
    step: async () => {
      const found = await probe(deps.dataFolder, deps.roots ?? LINUX)
      const storage = { ...found.storage, ...(await deps.content()) }
      vitals.tell({ bootId: deps.bootId, ...found, storage })
      judge(found, faults)
    },
  })
}

type Found = {
  [Part in 'uptimeS' | 'storage' | 'memory']: NonNullable<DeviceVitals[Part]>
} & Pick<DeviceVitals, 'temperatureC'>

/** What can be known of this machine now. Rejects when not even the data folder's file system can be asked. */
export async function probe(dataFolder: string, roots: Roots = LINUX): Promise<Found> {
  const disk = await statfs(dataFolder)
  const hottest = await hottestOf(roots.thermal)
  return {
    uptimeS: { device: Math.floor(uptime()), agent: Math.floor(process.uptime()) },
    storage: { totalBytes: disk.blocks * disk.bsize, freeBytes: disk.bavail * disk.bsize },
    memory: {
      totalBytes: totalmem(),
      availableBytes: (await availableOf(roots.proc)) ?? freemem(),
      agentBytes: process.memoryUsage.rss(),
    },
    ...(hottest === null ? {} : { temperatureC: hottest }),
  }
}

function judge({ storage, temperatureC }: Found, faults: Faults): void {
  const least = Math.min(LITTLE_FREE_BYTES, storage.totalBytes * LITTLE_FREE_SHARE)
  if (storage.freeBytes < least)
    faults.report('disk-nearly-full', `${Math.round(storage.freeBytes / 1048576)} MiB free`)
  else faults.clear('disk-nearly-full')
  if (temperatureC !== undefined && temperatureC >= HOT_C) faults.report('device-hot', `${temperatureC} °C`)
  else faults.clear('device-hot')
}

/** `MemAvailable` of Linux (proc_meminfo(5)), in bytes; null elsewhere. */
async function availableOf(proc: string): Promise<number | null> {
  const text = await readFile(join(proc, 'meminfo'), 'utf8').catch(() => '')
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(text)?.[1]
  return kibibytes === undefined ? null : Number(kibibytes) * 1024
}

/** The hottest thermal zone in °C (Linux tells thousandths); null where there is none or all of them tell nonsense. */
async function hottestOf(folder: string): Promise<number | null> {
  const zones = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('thermal_zone'))
  const told = await Promise.all(
    zones.map(async (zone) => Number(await readFile(join(folder, zone, 'temp'), 'utf8').catch(() => 'none')) / 1000),
  )
  const believable = told.filter((celsius) => celsius > -40 && celsius < 150)
  return believable.length === 0 ? null : Math.round(Math.max(...believable) * 10) / 10
}
