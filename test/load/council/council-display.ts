import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import { someProgramme } from '@akari/player/agent/testing/samples'
import { type FeedSnapshot, PlayerState } from '@akari/protocol'
import { eventually, startAgentProcess } from '../../support/city-hall.ts'
import { type CouncilHls, councilHls } from '../../support/council-hls.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { oneSecondSegments } from './one-second-segments.ts'

const TITLE = { ja: '市議会 本会議' }
const SITTING = { kind: 'sitting', title: TITLE, sittingId: 's', streamId: 'council', captionsId: 'c' } as const

const UP_MS = 60_000

/** The agent of one display with a sitting on it, and a stream of one-second segments. */
export interface CouncilDisplay {
  /** Of the page on its glass. */
  url: string
  stream: CouncilHls
  /** Pushes what is spoken as the CMS does. */
  speak: (text: string) => void
  close: () => Promise<void>
}

export async function councilDisplay(): Promise<CouncilDisplay> {
  const folder = await temporaryFolder('council-screen')
  const segments = join(folder.path, 'segments')
  await mkdir(segments)
  await oneSecondSegments(segments)
  const stream = await councilHls({ folder: segments, segmentSeconds: 1 })
  const peer = new CmsPeer()
  await peer.up()
  const agent = await startAgentProcess(folder.path, peer.url)
  const state = async () => PlayerState.parse(await (await fetch(`${agent.url}/state`)).json())
  await eventually('a pairing code', async () => ((await state()).pairing.state === 'waiting' ? true : null), UP_MS)
  peer.confirm()
  let revision = 0
  const tell = (feedId: string, data: FeedSnapshot['data']): void => {
    revision += 1
    const checkedAt = new Date().toISOString()
    peer.tellFeeds([{ feedId, revision, checkedAt, state: 'ok', attribution: { text: { ja: '議会事務局' } }, data }])
  }
  const item = { id: 'sitting', seconds: 86_400, scene: SITTING, validFrom: null, validUntil: null }
  peer.publish(
    someProgramme(1, [], {
      playlists: [{ id: 'main', name: '議会', items: [item] }],
      streams: [{ id: 'council', title: TITLE, url: stream.url.replace('live', 'picture') }],
      feeds: [{ feedId: 'c' }, { feedId: 's' }],
    }),
  )
  await eventually('the programme', async () => ((await state()).programme?.revision === 1 ? true : null), UP_MS)
  const startsAt = new Date().toISOString()
  const nothing = { resumesAt: null, item: null, speaker: null, recordingUrl: null }
  tell('s', { kind: 'sitting', title: TITLE, startsAt, phase: 'inSession', ...nothing })
  return {
    url: agent.url,
    stream,
    speak: (text) => {
      const spokenAt = new Date().toISOString()
      const caption = { segmentId: 'spoken', language: 'ja', text, speaker: null, spokenAt, state: 'final' } as const
      tell('c', { kind: 'captions', captions: [caption] })
    },
    close: async () => {
      await agent.process.stop()
      await peer.down()
      await stream.close()
      await folder.remove()
    },
  }
}
