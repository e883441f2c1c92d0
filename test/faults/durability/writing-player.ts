import { join } from 'node:path'
import { PlayerState } from '@akari/protocol'
import { alertFile } from '@akari/player/agent/alert-file'
import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import { someAlert } from '@akari/player/agent/testing/samples'
import { freePort } from '../../support/free-port.ts'
import { type Running, startProcess } from '../../support/processes.ts'

const AGENT = join(import.meta.dirname, '../../../apps/player/src/agent/main.ts')
const FLOOD_MS = 3
const PATIENCE_MS = 20_000

/** What a data folder holds of the live channel: a revision (0: nothing), and what was wrong with its file. */
export type Kept = { revision: number; damage: string | null }

/** A real agent process under a CMS that tells it a new emergency every few milliseconds. */
export class WritingPlayer {
  readonly peer = new CmsPeer()
  readonly folder: string
  #port = 0
  #revision = 100
  #agent: Running | null = null
  #flood: NodeJS.Timeout | null = null

  constructor(folder: string) {
    this.folder = folder
  }

  /** Brings the CMS up and pairs the player, as staff would. */
  async open(): Promise<void> {
    await this.peer.up()
    this.#port = await freePort()
    await this.start()
    await this.#until((state) => state.pairing.state === 'waiting')
    this.peer.confirm()
    await this.online()
  }

  /** Starts the agent; resolves when it listens. */
  async start(): Promise<void> {
    this.#agent = await startProcess({
      arguments: [AGENT],
      env: {
        AKARI_CMS_URLS: this.peer.url,
        AKARI_AGENT_DATA: this.folder,
        AKARI_AGENT_PORT: String(this.#port),
        AKARI_LOG: 'info',
        AKARI_RELAY: 'off',
      },
      ready: /agent listening/,
    })
  }

  async online(): Promise<void> {
    await this.#until((state) => state.pairing.state === 'paired' && state.link.state === 'online')
  }

  flood(): void {
    this.#flood ??= setInterval(() => {
      this.#revision += 1
      this.peer.issue('live', this.peer.sign('live', this.#revision, [someAlert()]))
    }, FLOOD_MS)
  }

  calm(): void {
    if (this.#flood !== null) clearInterval(this.#flood)
    this.#flood = null
  }

  get pid(): number {
    return this.#agent?.pid ?? 0
  }

  async kill(): Promise<void> {
    await this.#agent?.stop('SIGKILL')
    this.#agent = null
  }

  /** The newest state of which the CMS was told that it is saved, and how often it was told so. */
  promises(): { newest: number; count: number } {
    const saved = this.peer.acknowledgements.flatMap(({ acknowledgement: a }) =>
      a.kind === 'received' && a.saved && a.channel === 'live' ? [a.revision] : [],
    )
    return { newest: saved.reduce((most, revision) => Math.max(most, revision), 0), count: saved.length }
  }

  /** What a start of the agent would find in this data folder; it sets damaged files aside as the agent does. */
  async keptIn(folder: string): Promise<Kept> {
    const file = alertFile('live', join(folder, 'state', 'alerts-live.json'))
    const loaded = await file.load({ current: this.peer.live.publicKey, retired: [] })
    switch (loaded.state) {
      case 'none':
        return { revision: 0, damage: null }
      case 'rejected':
        return { revision: 0, damage: loaded.why }
      case 'held':
        return { revision: loaded.held.state.revision, damage: loaded.mended ? 'one copy' : null }
    }
  }

  async close(): Promise<void> {
    this.calm()
    await this.kill()
    await this.peer.down()
  }

  async #until(wanted: (state: PlayerState) => boolean): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    while (!(await this.#state().then(wanted, () => false))) {
      if (performance.now() > deadline) throw new Error(`the agent did not get there:\n${this.#agent?.logs() ?? ''}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async #state(): Promise<PlayerState> {
    return PlayerState.parse(await (await fetch(`http://127.0.0.1:${this.#port}/state`)).json())
  }
}
