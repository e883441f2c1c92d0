/** Simulated players, which load a live stream as RFC 8216 §6.3.4 has them and never look at the picture. */
import { Agent, get } from 'node:http'
import { setTimeout as pass } from 'node:timers/promises'
import { type Played, Playing } from './council-messages.ts'

const { entries, seconds, segmentBytes } = Playing.parse(JSON.parse(process.argv[2] ?? ''))
const TARGET_MS = 1000
const GET_INTO_STEP_MS = 4000
const played: Played = { segmentMs: [], failures: [] }
const started = performance.now()
const over = () => performance.now() - started > seconds * 1000

await Promise.all(entries.map((entry, i) => pass((i / entries.length) * TARGET_MS).then(() => play(entry))))
process.send?.(played)
process.disconnect()

async function play({ url, token }: Playing['entries'][number]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  let next: number | null = null
  while (!over()) {
    const askedAt = performance.now()
    const { status, body } = await fetched(url, agent, headers)
    if (status !== 200) played.failures.push(`playlist ${status}`)
    const listed = segmentsOf(body.toString())
    const fresh = listed.filter(({ sequence }) => sequence >= (next ?? listed.length - 3))
    for (const { uri } of next === null ? listed.slice(-3) : fresh)
      await segment(new URL(uri, url).href, agent, headers)
    const isNew = next === null || fresh.length > 0
    next = (listed.at(-1)?.sequence ?? -1) + 1
    await pass(Math.max(0, askedAt + (isNew ? TARGET_MS : TARGET_MS / 2) - performance.now()))
  }
  agent.destroy()
}

async function segment(url: string, agent: Agent, headers: Record<string, string>): Promise<void> {
  const askedAt = performance.now()
  const { status, body } = await fetched(url, agent, headers)
  const tookMs = performance.now() - askedAt
  if (status !== 200 || body.length !== segmentBytes) played.failures.push(`segment ${status}, ${body.length} bytes`)
  else if (askedAt - started > GET_INTO_STEP_MS) played.segmentMs.push(tookMs)
}

function segmentsOf(playlist: string): { sequence: number; uri: string }[] {
  const first = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(playlist)?.[1] ?? 0)
  const uris = playlist.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return uris.map((uri, i) => ({ sequence: first + i, uri }))
}

function fetched(
  url: string,
  agent: Agent,
  headers: Record<string, string>,
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, body: Buffer.concat(chunks) }))
      res.on('error', reject)
    }).on('error', reject)
  })
}
