import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { chromiumPath } from '../../support/chromium.ts'
import { eventually, localApi, pair, startAgentProcess, startCmsProcess } from '../../support/city-hall.ts'
import { freePort } from '../../support/free-port.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { makeImage, mounted, noLoopDevice } from '../loop-disk.ts'
import { testDesk, type TestDesk } from './alert-desk.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { type Host, startHost } from './host.ts'
import { keepProcess, type Kept, type Process } from './kept.ts'
import { type GlassLook, isPicture } from './look.ts'
import { programmeOf, type PutOn } from './programme.ts'

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
  /** Puts the clock of agent and page wrong by so many milliseconds, at once. */
  shiftClock: (ms: number) => Promise<void>
  putOn: PutOn
  desk: () => TestDesk
  close: () => Promise<void>
}

const DISK_BYTES = 64 * 1024 * 1024
const PREPARE_MS = 60_000
const ANSWERS_MS = 3_000

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
  let made: { putOn: PutOn; desk: TestDesk } | null = null
  const madeAfterPairing = () => {
    if (made === null) throw new Error('the display is not paired yet')
    return made
  }
  const display: Display = {
    putOn: (media) => madeAfterPairing().putOn(media),
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
      await host.now()?.ask({ kind: 'clock', shiftMs: ms }, z.literal(true), ANSWERS_MS)
    },
    desk: () => madeAfterPairing().desk,
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
    made = { putOn: await programmeOf({ api, cmsFolder: folder.path, displayId }), desk: testDesk(api) }
    await display.putOn('usual')
    await eventually('the programme on the glass', async () => onProgramme(await display.look()), PREPARE_MS)
    return display
  } catch (error) {
    await display.close()
    throw error
  }
}

const SCENES: ReadonlySet<string | null> = new Set(['notice', 'image', 'video'])

/** True when something of the programme is on the glass, else null. */
export function onProgramme(look: GlassLook | null): true | null {
  return isPicture(look) && look !== null && SCENES.has(look.scene) ? true : null
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
