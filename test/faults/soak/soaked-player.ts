import { join } from 'node:path'
import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import { someAlert } from '@akari/player/agent/testing/samples'
import { z } from 'zod'
import { chromiumPath } from '../../support/chromium.ts'
import { eventually, playerState, startAgentProcess } from '../../support/city-hall.ts'
import { freePort } from '../../support/free-port.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startHost } from '../player/host.ts'
import { PageMemory } from '../player/host-messages.ts'
import { changeName, soakContents } from './contents.ts'

const AgentMemory = z.object({ rssBytes: z.number(), heapBytes: z.number() })

/** What agent and page hold once nobody's garbage is in it. */
export type PlayerMemory = { agent: z.infer<typeof AgentMemory>; page: PageMemory }

export type SoakedPlayer = {
  /** Gives the display the programme of the `n`th change; whether the glass showed it in time. */
  change: (n: number) => Promise<boolean>
  /** Raises an emergency, and ends it once it is on the glass. Rejects when it does not come or go. */
  emergency: () => Promise<void>
  measure: () => Promise<PlayerMemory>
  close: () => Promise<void>
}

const SHOWS_WITHIN_MS = 5_000
const ANSWERS_WITHIN_MS = 20_000
/** As its unit sets it (kiosk-images/units). */
const UNIT_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' }
const PRELOADS = ['--expose-gc', '--import', join(import.meta.dirname, 'memory.preload.ts')]

/** A real agent and a real Chromium under a CMS that can be told to publish without a pause. */
export async function startSoakedPlayer(): Promise<SoakedPlayer> {
  const folder = await temporaryFolder('soak')
  const peer = new CmsPeer()
  await peer.up()
  const agent = await startAgentProcess(folder.path, peer.url, await freePort(), PRELOADS, UNIT_ENVIRONMENT)
  await eventually('a code', async () => ((await playerState(agent.url)).pairing.state === 'waiting' ? true : null))
  peer.confirm()
  await eventually('the link', async () => ((await playerState(agent.url)).link.state === 'online' ? true : null))
  const programme = await soakContents((sha256, bytes) => peer.files.set(sha256, bytes))
  const host = await startHost({
    screenOrigin: agent.url,
    chromium: await chromiumPath(),
    folder: join(folder.path, 'browser'),
  })
  peer.publish(programme(0))
  const first = { kind: 'shows', text: changeName(0), limitMs: SHOWS_WITHIN_MS } as const
  await eventually('the first programme', async () => await host.ask(first, z.literal(true), ANSWERS_WITHIN_MS))
  let revision = 1
  return {
    change: async (n) => {
      peer.publish(programme(n))
      // What it was told of is of no use here, and would fill this process.
      peer.requests.length = peer.healths.length = peer.plays.length = peer.acknowledgements.length = 0
      const question = { kind: 'shows', text: changeName(n), limitMs: SHOWS_WITHIN_MS } as const
      return (await host.ask(question, z.boolean(), ANSWERS_WITHIN_MS)) === true
    },
    emergency: async () => {
      for (const phase of ['inForce', 'cleared'] as const) {
        revision += 1
        peer.issue('live', peer.sign('live', revision, [someAlert({ phase, sentAt: new Date().toISOString() })]))
        await eventually(`an emergency ${phase}`, async () => {
          const look = await host.look()
          return look !== null && (look.layer === 'emergency') === (phase === 'inForce') ? true : null
        })
      }
    },
    measure: async () => {
      const told = agent.process.waitFor(/soak-memory (\{.*\})/, ANSWERS_WITHIN_MS)
      process.kill(agent.process.pid, 'SIGUSR2')
      const page = await host.ask({ kind: 'memory' }, PageMemory, ANSWERS_WITHIN_MS)
      if (page === null) throw new Error('the page does not say what it holds')
      return { agent: AgentMemory.parse(JSON.parse((await told)[1] ?? '')), page }
    },
    close: async () => {
      await host.stop()
      await agent.process.stop()
      await peer.down()
      await folder.remove()
    },
  }
}
