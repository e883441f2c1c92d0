import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { someProgramme } from '@akari/player/agent/testing/samples'
import type { FeedSnapshot } from '@akari/protocol'
import { agentAtPeer } from '../../support/agent-at-peer.ts'
import { type CouncilHls, councilHls } from '../../support/council-hls.ts'
import { oneSecondSegments } from './one-second-segments.ts'

const TITLE = { ja: '市議会 本会議' }
const SITTING = { kind: 'sitting', title: TITLE, sittingId: 's', streamId: 'council', captionsId: 'c' } as const

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
  const agent = await agentAtPeer('council-screen')
  const segments = join(agent.folder, 'segments')
  await mkdir(segments)
  await oneSecondSegments(segments)
  const stream = await councilHls({ folder: segments, segmentSeconds: 1 })
  let revision = 0
  const tell = (feedId: string, data: FeedSnapshot['data']): void => {
    revision += 1
    const checkedAt = new Date().toISOString()
    agent.peer.tellFeeds([
      { feedId, revision, checkedAt, state: 'ok', attribution: { text: { ja: '議会事務局' } }, data },
    ])
  }
  const item = { id: 'sitting', seconds: 86_400, scene: SITTING, validFrom: null, validUntil: null }
  agent.peer.publish(
    someProgramme(1, [], {
      playlists: [{ id: 'main', name: '議会', items: [item] }],
      streams: [{ id: 'council', title: TITLE, url: stream.url.replace('live', 'picture') }],
      feeds: [{ feedId: 'c' }, { feedId: 's' }],
    }),
  )
  await agent.has(1)
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
      await agent.close()
      await stream.close()
    },
  }
}
