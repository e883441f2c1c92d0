import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AlertDesk } from '@akari/protocol'
import { z } from 'zod'
import { chromiumPath } from '../../support/chromium.ts'
import { eventually, localApi, pair, startAgentProcess, startCmsProcess } from '../../support/city-hall.ts'
import { freePort } from '../../support/free-port.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { makeImage, mounted, noLoopDevice } from '../loop-disk.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { type Host, startHost } from './host.ts'
import { keepProcess, type Kept, type Process } from './kept.ts'
import { type GlassLook, isPicture } from './look.ts'

/** A whole display under test: CMS, two roads to it, agent and kiosk, each kept alive as systemd would. */
export type Display = {
  cms: Kept<Process>
  agent: Kept<Process>
  host: Kept<Host>
  roads: readonly [FaultProxy, FaultProxy]
  /** The player's data folder, on a disk of its own where that is possible. */
  dataFolder: string
  /** Why the data folder has no disk of its own, or null. */
  noDisk: string | null
  look: () => Promise<GlassLook | null>
  setMains: (online: boolean) => Promise<void>
  /** Puts the agent's clock wrong by so many milliseconds, at once. */
  shiftClock: (ms: number) => Promise<void>
  raise: (requestId: string) => Promise<void>
  end: (requestId: string) => Promise<void>
  /** Whether the CMS knows that the newest state is on the glass. */
  acknowledged: () => Promise<boolean>
  close: () => Promise<void>
}

const DISK_BYTES = 32 * 1024 * 1024
const PREPARE_MS = 60_000
const WithId = z.object({ id: z.string() })

/** Starts everything, pairs the display and publishes a programme; resolves when it is on the glass. */
export async function startDisplay(random: () => number): Promise<Display> {
  const folder = await temporaryFolder('faults')
  const noDisk = await noLoopDevice()
  const disk =
    noDisk === null ? await mounted(await makeImage(folder.path, DISK_BYTES), join(folder.path, 'disk')) : null
  const playerFolder = join(folder.path, 'disk')
  const [cmsPort, agentPort] = [await freePort(), await freePort()]
  const supply = join(folder.path, 'supply')
  const clockFile = join(folder.path, 'clock')
  await writeFile(clockFile, '0')
  await writeSupply(supply, true)

  const cms = keepProcess(async () => (await startCmsProcess(folder.path, { PORT: String(cmsPort) })).process)
  const cmsUrl = new URL(`http://127.0.0.1:${cmsPort}`)
  const roads = [await startFaultProxy(cmsUrl, random), await startFaultProxy(cmsUrl, random)] as const
  const addresses = roads.map(({ url }) => url).join(',')
  const preload = ['--import', join(import.meta.dirname, 'clock.preload.ts')]
  const agent = keepProcess(async () => {
    const env = { AKARI_POWER_SENSORS: 'sysfs', AKARI_POWER_SUPPLY_DIR: supply, AKARI_FAULT_CLOCK: clockFile }
    return (await startAgentProcess(playerFolder, addresses, agentPort, preload, env)).process
  })
  const screenOrigin = `http://127.0.0.1:${agentPort}`
  const chromium = await chromiumPath()
  const host = keepProcess(() => startHost({ screenOrigin, chromium, folder: join(folder.path, 'browser') }))
  const api = localApi(folder.path)
  const display: Display = {
    cms,
    agent,
    host,
    roads,
    dataFolder: join(playerFolder, 'player'),
    noDisk,
    look: async () => (await host.now()?.look()) ?? null,
    setMains: (online) => writeSupply(supply, online),
    shiftClock: async (ms) => {
      await writeFile(clockFile, String(ms))
      const running = agent.now()
      if (running !== null) process.kill(running.pid, 'SIGUSR2')
    },
    raise: async (requestId) => {
      const target = { kind: 'all' }
      await api('POST', '/alerts', { channel: 'live', templateId: 'building-fire', target, minutes: null, requestId })
    },
    end: async (requestId) => {
      await api('POST', `/alerts/operator:${requestId}/end`, { channel: 'live', as: 'cleared' })
    },
    acknowledged: async () => {
      const { live } = AlertDesk.parse(await api('GET', '/alerts/desk'))
      return (
        live.deliveries.length > 0 && live.deliveries.every(({ status }) => status === 'shown' || status === 'seen')
      )
    },
    close: async () => {
      await host.close()
      await agent.close()
      await cms.close()
      for (const road of roads) await road.close()
      await disk?.unmount()
      await folder.remove()
    },
  }
  try {
    await eventually('the CMS', async () => cms.now(), PREPARE_MS)
    await eventually('the agent', async () => agent.now(), PREPARE_MS)
    const displayId = await pair(api, screenOrigin)
    await publish(api, displayId)
    await eventually('the programme on the glass', async () => onProgramme(await display.look()), PREPARE_MS)
    return display
  } catch (error) {
    await display.close()
    throw error
  }
}

/** True when the programme is on the glass, else null. */
export function onProgramme(look: GlassLook | null): true | null {
  return isPicture(look) && look?.scene === 'notice' ? true : null
}

async function publish(api: ReturnType<typeof localApi>, displayId: string): Promise<void> {
  const items = ['いまのお知らせ', 'つぎのお知らせ'].map((title, n) => ({
    id: `item-${n}`,
    seconds: 5,
    scene: { kind: 'notice', title: { ja: title, en: title }, body: { ja: `${title}です`, en: title } },
    validFrom: null,
    validUntil: null,
  }))
  const { id: playlistId } = WithId.parse(await api('POST', '/playlists', { name: '窓口', items, version: 0 }))
  // It began yesterday and lasts: a clock that is a day off still finds something to show.
  const start = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 16)
  const rule = {
    start,
    durationMinutes: 7 * 1440,
    timeZone: 'Asia/Tokyo',
    rrule: null,
    exdates: [],
    rdates: [],
  }
  const targets = { displayIds: [displayId], groups: [] }
  await api('POST', '/entries', { name: '窓口', playlistId, targets, priority: 'normal', rule, version: 0 })
  await api('POST', '/programme/publish?wait=60', {})
}

/** The files of Linux' power_supply class of a machine with a line and a battery. */
async function writeSupply(folder: string, online: boolean): Promise<void> {
  const [line, battery] = [join(folder, 'AC'), join(folder, 'BAT0')]
  await Promise.all([line, battery].map((path) => mkdir(path, { recursive: true })))
  await Promise.all([
    writeFile(join(line, 'type'), 'Mains\n'),
    writeFile(join(line, 'online'), online ? '1\n' : '0\n'),
    writeFile(join(battery, 'type'), 'Battery\n'),
    writeFile(join(battery, 'status'), online ? 'Full\n' : 'Discharging\n'),
    writeFile(join(battery, 'capacity'), '90\n'),
    writeFile(join(battery, 'energy_now'), '30000000\n'),
    writeFile(join(battery, 'power_now'), '15000000\n'),
  ])
}
