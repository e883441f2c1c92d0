import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import { someAlert } from '@akari/player/agent/testing/samples'
import type { CarriedAlerts, SignedAlertState } from '@akari/protocol'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { type Display, makeDisplay } from './display.ts'
import { ip, makeSwitch } from './network.ts'

/** The CMS under two addresses; each display has one of its own behind them. */
export const CMS_ADDRESSES = ['10.77.0.1', '10.77.0.2'] as const
const POLL_MS = 20

/** Displays on one switch, paired with a CMS that then can be cut off. */
export class CityNetwork {
  readonly cms = new CmsPeer('0.0.0.0')
  displays: Display[] = []
  readonly ports = new Map<Display, string>()
  readonly folder: TemporaryFolder
  #revision = 100

  private constructor(folder: TemporaryFolder) {
    this.folder = folder
  }

  static async open(count: number): Promise<CityNetwork> {
    const city = new CityNetwork(await temporaryFolder('relay'))
    try {
      await city.#build(count)
      return city
    } catch (error) {
      await city.close()
      throw error
    }
  }

  async #build(count: number): Promise<void> {
    await makeSwitch('city', CMS_ADDRESSES[0])
    await ip('addr', 'add', `${CMS_ADDRESSES[1]}/24`, 'dev', 'city')
    await this.cms.up()
    const port = new URL(this.cms.url).port
    for (let i = 0; i < count; i += 1) {
      // The first knows both ways to the CMS.
      const urls = CMS_ADDRESSES.slice(0, i === 0 ? 2 : 1).map((address) => `http://${address}:${port}`)
      const display = await makeDisplay(`d${i}`, this.folder.path, urls.join(','))
      this.displays.push(display)
      this.ports.set(display, await display.place.plug('eth0', 'city', addressOf(i)))
    }
    await Promise.all(this.displays.map((display) => display.start()))
    for (const display of this.displays)
      await this.until(`${display.name} asks`, () => display.seen?.pairing === 'waiting')
    for (let i = 0; i < count; i += 1) this.cms.confirm()
    await this.until('all are paired', () => this.displays.every(({ seen }) => seen?.link === 'online'))
    await this.until('all hold a state', () => this.displays.every(({ seen }) => (seen?.revision ?? 0) > 0))
  }

  portsOf(displays: readonly Display[]): string[] {
    return displays.flatMap((display) => this.ports.get(display) ?? [])
  }

  /** The next live state; every other one takes the alert away again. */
  next(): { revision: number; envelope: SignedAlertState; file: CarriedAlerts } {
    const revision = (this.#revision += 1)
    const envelope = this.cms.sign('live', revision, revision % 2 === 1 ? [someAlert()] : [])
    return { revision, envelope, file: { akari: 'alerts.1', keys: this.cms.signedManifest, live: envelope } }
  }

  /** Milliseconds from now until the last of these displays has this revision. */
  async arrival(revision: number, displays: readonly Display[], limitMs = 60_000): Promise<number> {
    const start = performance.now()
    await this.until(
      `all have ${revision}`,
      () => displays.every(({ seen }) => (seen?.revision ?? 0) >= revision),
      limitMs,
    )
    return Math.round(performance.now() - start)
  }

  async until(what: string, isSo: () => boolean, limitMs = 60_000): Promise<void> {
    const end = performance.now() + limitMs
    while (!isSo()) {
      if (performance.now() > end)
        throw new Error(`${what}: not within ${limitMs} ms\n${this.displays.map(reportOf).join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.displays.map((display) => display.stop()))
    for (const { place } of this.displays) place.leave()
    await this.cms.down()
    await this.folder.remove()
  }
}

export const addressOf = (index: number) => `10.77.0.${10 + index}`

function reportOf({ name, seen, log }: Display): string {
  return `${name} ${JSON.stringify(seen)}\n${log.split('\n').slice(-8).join('\n')}`
}
