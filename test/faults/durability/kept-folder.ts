import { cp, mkdir, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { createLogger } from '@akari/node-kit'
import { PlayerState, type ScreenMessage } from '@akari/protocol'
import { startAgent } from '@akari/player/agent/agent'
import { readConfig } from '@akari/player/agent/config'
import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import { someAlert, someFile, someProgramme } from '@akari/player/agent/testing/samples'
import { eventually } from '../../support/city-hall.ts'

const [poster, film] = [someFile('poster '.repeat(500)), someFile('film '.repeat(120_000))]
/** The reserve of the disk: its bytes mean nothing. */
const NOBODY_READS = new Set(['reserve'])

export type ShortAgent = {
  url: string
  state: () => Promise<PlayerState>
  faults: string[]
  close: () => Promise<void>
}

/** An agent of this process on a data folder; `faults` fills with the codes that it logs. */
export async function shortAgent(dataFolder: string, cmsUrl: string): Promise<ShortAgent> {
  const faults: string[] = []
  const write = (line: string): void => {
    const code = /"code":"([^"]+)"/.exec(line)?.[1]
    if (code !== undefined) faults.push(code)
  }
  const config = readConfig({
    AKARI_CMS_URLS: cmsUrl,
    AKARI_AGENT_DATA: dataFolder,
    AKARI_AGENT_PORT: '0',
    AKARI_RELAY: 'off',
    AKARI_RESERVE_MBYTES: '0',
    AKARI_POWER_SENSORS: 'none',
  })
  const agent = await startAgent(config, { log: createLogger('flips', { level: 'warn', destination: { write } }) })
  const state = async () => PlayerState.parse(await (await fetch(`${agent.url}/state`)).json())
  return { url: agent.url, state, faults, close: agent.close }
}

/** Fills a data folder as a display does in a working day. Gives the set that is kept beside the newest. */
export async function keepEverything(folder: string): Promise<{ previous: PlayerState['programme'] }> {
  await mkdir(folder, { recursive: true })
  const peer = new CmsPeer()
  await peer.up()
  const agent = await shortAgent(folder, peer.url)
  try {
    const until = (what: string, wanted: (state: PlayerState) => boolean) =>
      eventually(what, async () => (wanted(await agent.state()) ? true : null))
    await until('a code', ({ pairing }) => pairing.state === 'waiting')
    peer.confirm()
    await until('online', ({ link }) => link.state === 'online')
    for (const { ref, content } of [poster, film]) peer.files.set(ref.sha256, content)
    peer.publish(someProgramme(1, [poster.ref]))
    await until('the first programme', ({ programme }) => programme?.revision === 1)
    const { programme: previous } = await agent.state()
    peer.publish(someProgramme(2, [poster.ref, film.ref]))
    await until('the second', ({ programme }) => programme?.revision === 2)
    peer.issue('live', peer.sign('live', 10, [someAlert()]))
    peer.issue('drill', peer.sign('drill', 10, [someAlert({ id: 'drill-1' })]))
    peer.tellValues({
      revision: 1,
      values: { temperature: { value: 21, observedAt: '2026-11-28T08:50:00Z', validForSeconds: 3600 } },
    })
    peer.wish({ orders: [{ id: 'order-1', kind: 'identify', expiresInMs: 60_000 }] })
    await until('both alert states', ({ alerts }) => alerts.live?.state.revision === 10 && alerts.drill !== null)
    await until('the values', ({ values }) => values.revision === 1)
    await eventually('the outcome of the order', async () => peer.outcomes[0] ?? null)
    await peer.down()
    // The order may be asked for again by then; what counts is that nobody takes what is reported from here on.
    await say(agent.url, { type: 'screen.played', play: somePlay() })
    await say(agent.url, {
      type: 'alert.shown',
      acknowledgement: { kind: 'shown', channel: 'live', epoch: 1, revision: 10, at: '2026-11-28T09:00:00Z' },
    })
    const kinds = ['acknowledgements.jsonl', 'alerts-live.json.copy', 'identity.json.copy', 'programme-previous.json']
    const wanted = [...kinds.map((name) => `state/${name}`), 'plays/plays-000000000001.jsonl']
    await eventually('everything on the disk', async () => {
      const there = await storedFiles(folder)
      return wanted.every((name) => there.includes(name)) ? true : null
    })
    return { previous }
  } finally {
    await agent.close()
    await peer.down()
  }
}

/** What may be damaged, as paths in the folder, sorted. */
export async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(paths.map((path) => stat(path).then(({ size }) => size)))
  const names = paths.filter((_, n) => (sizes[n] ?? 0) > 0).map((path) => relative(folder, path))
  return names.filter((name) => !NOBODY_READS.has(name)).sort()
}

export async function copyOf(folder: string, to: string): Promise<string> {
  await cp(folder, to, { recursive: true })
  return to
}

async function say(url: string, message: ScreenMessage): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/link`)
  await new Promise((resolve, reject) => {
    socket.addEventListener('message', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  socket.send(JSON.stringify(message))
  socket.close()
  await new Promise((resolve) => socket.addEventListener('close', resolve, { once: true }))
}

function somePlay(): Extract<ScreenMessage, { type: 'screen.played' }>['play'] {
  return {
    id: 'play-1',
    startedAt: '2026-11-28T09:00:00Z',
    endedAt: '2026-11-28T09:00:10Z',
    ending: 'whole',
    shown: { kind: 'fallback' },
  }
}
