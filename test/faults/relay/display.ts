import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CarriedAlerts } from '@akari/protocol'
import { z } from 'zod'
import { startProcess, type Running } from '../../support/processes.ts'
import { makePlace, type Place } from './network.ts'

const root = join(import.meta.dirname, '../../..')
const WATCH = join(import.meta.dirname, 'watch-state.process.ts')
/** Many processes at once on a machine that has other things to do. */
const START_LIMIT_MS = 60_000
const AGENT_URL = 'http://127.0.0.1:8090'

const Seen = z.object({ revision: z.number(), link: z.string(), pairing: z.string() })
type Seen = z.infer<typeof Seen>

/** A real agent, started as on a display, in a namespace of its own; and what it holds, seen from beside it. */
export class Display {
  readonly name: string
  readonly place: Place
  readonly #folder: string
  readonly #cmsUrls: string
  #agent: Running | null = null
  #watch: Running | null = null

  constructor(name: string, place: Place, folder: string, cmsUrls: string) {
    this.name = name
    this.place = place
    this.#folder = join(folder, name)
    this.#cmsUrls = cmsUrls
  }

  async start(): Promise<void> {
    await mkdir(join(this.#folder, 'media', 'STICK'), { recursive: true })
    const { within } = this.place
    this.#agent = await startProcess({
      within,
      arguments: [join(root, 'apps/player/src/agent/main.ts')],
      env: {
        AKARI_CMS_URLS: this.#cmsUrls,
        AKARI_AGENT_DATA: join(this.#folder, 'data'),
        AKARI_AGENT_PORT: '8090',
        AKARI_POWER_SENSORS: 'none',
        AKARI_ALERT_FOLDER: join(this.#folder, 'media'),
      },
      ready: /agent listening/,
      limitMs: START_LIMIT_MS,
    })
    this.#watch = await startProcess({ within, arguments: [WATCH, AGENT_URL], ready: /^\{/m, limitMs: START_LIMIT_MS })
  }

  get seen(): Seen | null {
    const line = this.#watch?.logs().trimEnd().split('\n').at(-1)
    return line === undefined ? null : Seen.parse(JSON.parse(line))
  }

  /** As somebody puts a stick in: a whole file, at once, in a folder that has the stick's name. */
  async putStick(name: string, content: CarriedAlerts): Promise<void> {
    const at = join(this.#folder, 'media', 'STICK', name)
    await writeFile(`${at}.part`, JSON.stringify(content))
    await rename(`${at}.part`, at)
  }

  /** Processor time its agent has used so far, in seconds. */
  async processorSeconds(): Promise<number> {
    const fields = (await readFile(`/proc/${this.#agent?.pid ?? 0}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  }

  async memoryMegabytes(): Promise<number> {
    const status = await readFile(`/proc/${this.#agent?.pid ?? 0}/status`, 'utf8')
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  }

  /** What its agent wrote. */
  get log(): string {
    return this.#agent?.logs() ?? ''
  }

  async stop(): Promise<void> {
    await Promise.all([this.#watch?.stop('SIGKILL'), this.#agent?.stop()])
    this.#agent = null
    this.#watch = null
  }
}

export async function makeDisplay(name: string, folder: string, cmsUrls: string): Promise<Display> {
  return new Display(name, await makePlace(name), folder, cmsUrls)
}
