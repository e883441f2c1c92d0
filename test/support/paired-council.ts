import { join } from 'node:path'
import { ApiTokenWithSecret, type CaptionInput, StreamView, TranscriptView } from '@akari/protocol'
import { chromium, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { chromiumFlags, chromiumPath } from './chromium.ts'
import { localApi, pair, type Service, startAgentProcess, startCmsProcess } from './city-hall.ts'
import { temporaryFolder } from './temporary-folder.ts'

const ENV = { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' }
const WithId = z.object({ id: z.string() })
const ALWAYS = { start: '2026-01-01T00:00', durationMinutes: 1440, timeZone: 'Asia/Tokyo', exdates: [], rdates: [] }
const TITLE = { ja: '市議会 本会議' }
type Api = ReturnType<typeof localApi>

/** A CMS, a display paired with it that plays the relayed stream, and a stenographer at either end of its API. */
export interface PairedCouncil {
  page: Page
  /** Pushes what is spoken over HTTP. */
  post: (text: string) => void
  /** The same over the WebSocket. */
  send: (text: string) => void
  close: () => Promise<void>
}

/** With the stream at this address, on loopback. */
export async function pairedCouncil(streamUrl: string): Promise<PairedCouncil> {
  const folder = await temporaryFolder('paired-council')
  const data = join(folder.path, 'cms')
  const cms = await startCmsProcess(data, ENV)
  const api = localApi(data)
  const agent = await startAgentProcess(folder.path, cms.url)
  const displayId = await pair(api, agent.url)
  const startsAt = new Date().toISOString()
  const transcript = { title: '令和8年第4回定例会', startsAt, version: 0 }
  const { id } = TranscriptView.parse(await api('POST', '/transcripts', transcript))
  await putOnGlass(api, { displayId, captionsId: id, streamUrl })
  const token = { name: '速記', scopes: ['captions:write'] }
  const { secret } = ApiTokenWithSecret.parse(await api('POST', '/tokens', token))
  const stenographer = await startStenographer(cms, id, secret)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(agent.url)
  await page.locator('.ak-council[data-picture="moving"]').waitFor({ timeout: 60_000 })
  return {
    page,
    post: stenographer.post,
    send: stenographer.send,
    close: async () => {
      stenographer.close()
      await browser.close()
      await agent.process.stop()
      await cms.process.stop()
      await folder.remove()
    },
  }
}

async function putOnGlass(
  api: Api,
  { displayId, captionsId, streamUrl }: { displayId: string; captionsId: string; streamUrl: string },
): Promise<void> {
  const { id: streamId } = StreamView.parse(await api('POST', '/streams', { title: TITLE, url: streamUrl }))
  const scene = { kind: 'sitting', title: TITLE, sittingId: 'sitting', streamId, captionsId }
  const items = [{ id: 'council', seconds: 3600, scene, validFrom: null, validUntil: null }]
  const { id: playlistId } = WithId.parse(await api('POST', '/playlists', { name: '議会', items, version: 0 }))
  await api('POST', '/entries', {
    name: '議会',
    playlistId,
    targets: { displayIds: [displayId], groups: [] },
    priority: 'normal',
    rule: { ...ALWAYS, rrule: 'FREQ=DAILY' },
    conditions: [],
    version: 0,
  })
  await api('POST', '/programme/publish?wait=60', {})
}

/** Whoever pushes what is spoken; what is refused throws. */
async function startStenographer(cms: Service, transcriptId: string, secret: string) {
  const url = `${cms.url}/api/transcripts/${transcriptId}/captions`
  const authorization = `Bearer ${secret}`
  const socket = new WebSocket(url.replace('http', 'ws'), { headers: { authorization } })
  await new Promise((opened, failed) => {
    socket.once('open', opened)
    socket.once('error', failed)
  })
  socket.on('message', (reply: Buffer) => {
    const { taken } = z.object({ taken: z.int() }).parse(JSON.parse(reply.toString()))
    if (taken !== 1) throw new Error(`the CMS took ${taken} of one caption`)
  })
  let count = 0
  const pushOf = (text: string): string => {
    count += 1
    const spokenAt = new Date().toISOString()
    const caption = { segmentId: `s${count}`, language: 'ja', text, speaker: null, spokenAt, state: 'final' } as const
    return JSON.stringify({ captions: [caption satisfies CaptionInput] })
  }
  const headers = { authorization, 'content-type': 'application/json' }
  const post = async (text: string): Promise<void> => {
    const answer = await fetch(url, { method: 'POST', headers, body: pushOf(text) })
    if (!answer.ok) throw new Error(`the CMS answered ${answer.status}: ${await answer.text()}`)
  }
  return {
    post: (text: string) => void post(text),
    send: (text: string) => socket.send(pushOf(text)),
    close: () => socket.terminate(),
  }
}
