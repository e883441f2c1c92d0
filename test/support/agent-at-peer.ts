import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import type { PlayerState } from '@akari/protocol'
import { eventually, playerState, startAgentProcess } from './city-hall.ts'
import { temporaryFolder } from './temporary-folder.ts'

const UP_MS = 60_000

export type AgentAtPeer = {
  peer: CmsPeer
  /** Of the agent, and so of the page on its glass. */
  url: string
  /** Where the agent keeps what it has; what a test makes may lie here, too. */
  folder: string
  state: () => Promise<PlayerState>
  /** Waits until the agent has that revision of its programme. */
  has: (revision: number) => Promise<void>
  close: () => Promise<void>
}

/** A real agent in a process of its own, paired with a CMS that says what a test says. */
export async function agentAtPeer(name: string): Promise<AgentAtPeer> {
  const folder = await temporaryFolder(name)
  const peer = new CmsPeer()
  await peer.up()
  const agent = await startAgentProcess(folder.path, peer.url)
  const state = () => playerState(agent.url)
  const until = async (what: string, isSo: (now: PlayerState) => boolean): Promise<void> => {
    await eventually(what, async () => (isSo(await state()) ? true : null), UP_MS)
  }
  await until('a pairing code', ({ pairing }) => pairing.state === 'waiting')
  peer.confirm()
  return {
    peer,
    url: agent.url,
    folder: folder.path,
    state,
    has: (revision) => until(`programme ${revision}`, ({ programme }) => programme?.revision === revision),
    close: async () => {
      await agent.process.stop()
      await peer.down()
      await folder.remove()
    },
  }
}
