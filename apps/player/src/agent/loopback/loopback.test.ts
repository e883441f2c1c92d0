import { createServer, request, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, screenOf, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someFile, someProgramme } from '../testing/samples.ts'

const poster = someFile('0123456789')

let peer: CmsPeer
let agent: Agent
let studio: Server
let studioUrl: string
let playlist: string

beforeEach(async () => {
  playlist =
    '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:1.0,\nseg/1.ts?v=2\n#EXTINF:1.0,\n/live/seg/2.ts\n'
  studio = createServer((req, res) => {
    if (req.url === '/live/council.m3u8') {
      return res.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' }).end(playlist)
    }
    if (req.url === '/live/seg/1.ts?v=2') return res.writeHead(200, { 'content-type': 'video/mp2t' }).end('segment')
    if (req.url === '/live/away') return res.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
    return res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => studio.listen(0, '127.0.0.1', resolve))
  const address = studio.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  studioUrl = `http://127.0.0.1:${address.port}`
  peer = new CmsPeer()
  peer.files.set(poster.ref.sha256, poster.content)
  await peer.up()
  agent = await agentFor(peer, await temporaryFolder())
  await paired(agent, peer)
  const streams = [{ id: 'council', title: { ja: '市議会' }, url: `${studioUrl}/live/council.m3u8` }]
  peer.publish(someProgramme(1, [poster.ref], { streams }))
  await until(agent, (state) => state.programme !== null)
})
afterEach(async () => {
  await agent.close()
  await peer.down()
  studio.closeAllConnections()
  studio.close()
})

const posterUrl = () => `${agent.url}/files/${poster.ref.sha256}`

/** `fetch` does not let anybody lie about Host. */
function statusWith(headers: Record<string, string>, path = '/state', method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(agent.url)
    request({ hostname, port, path, method, headers }, (res) => {
      res.resume()
      resolve(res.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the screen’s server', () => {
  it('serves the page uncached, with a policy that lets nothing in from outside', async () => {
    const page = await fetch(`${agent.url}/`)
    expect(await page.text()).toContain('<title>screen</title>')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/https?:|\*/)
  })

  it('answers only to its own name, to its own page, and only to reading', async () => {
    const { port } = new URL(agent.url)
    expect(await statusWith({ host: `127.0.0.1:${port}` })).toBe(200)
    expect(await statusWith({ host: `localhost:${port}` })).toBe(200)
    expect(await statusWith({ host: `signage.example:${port}` })).toBe(403)
    expect(await statusWith({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).toBe(403)
    expect(await statusWith({ host: `127.0.0.1:${port}` }, '/state', 'POST')).toBe(405)
  })

  it('keeps inside its folder', async () => {
    const { port } = new URL(agent.url)
    const host = `127.0.0.1:${port}`
    for (const path of ['/../state/pinning.json', '/..%2f..%2fstate/pinning.json', '/files/..%2fstate', '/%00']) {
      expect(await statusWith({ host }, path)).toBe(404)
    }
    expect((await fetch(`${agent.url}/nothing.js`)).status).toBe(404)
  })
})

describe('a content file', () => {
  it('is served whole, kept for ever, and with the type of its programme', async () => {
    const whole = await fetch(posterUrl())
    expect(await whole.text()).toBe('0123456789')
    expect(whole.headers.get('content-type')).toBe('image/png')
    expect(whole.headers.get('cache-control')).toContain('immutable')
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
  })

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-500', 206, '56789', 'bytes 5-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
  ])('answers %s with %i', async (range, status, text, contentRange) => {
    const part = await fetch(posterUrl(), { headers: { range } })
    expect(part.status).toBe(status)
    expect(await part.text()).toBe(text)
    expect(part.headers.get('content-range')).toBe(contentRange)
  })
})

describe('the live proxy', () => {
  const entry = () => `${agent.url}/live/council/index.m3u8`
  const named = (path: string) => `part?of=${encodeURIComponent(`${studioUrl}${path}`)}`
  /** The relay of the CMS answers this to whatever is asked of the stream. */
  const relays = (status: number, headers: Record<string, string>, body: string) => {
    const asked: string[] = []
    peer.instead = (url, res) => {
      if (!url.startsWith('/api/player/streams/')) return false
      asked.push(url)
      res.writeHead(status, headers).end(body)
      return true
    }
    return asked
  }

  it('asks the relay of the CMS as this player, and hands on what it says', async () => {
    const asked = relays(200, { 'akari-relay': 'playlist', 'content-type': 'application/vnd.apple.mpegurl' }, 'relayed')
    const list = await fetch(`${entry()}?_HLS_msn=7`)
    expect(await list.text()).toBe('relayed')
    expect(list.headers.get('content-type')).toBe('application/vnd.apple.mpegurl')
    await (await fetch(`${agent.url}/live/council/${named('/live/seg/1.ts?v=2')}`)).text()
    expect(asked.map((url) => new URL(url, studioUrl))).toMatchObject([
      { pathname: '/api/player/streams/council/index.m3u8', search: '?_HLS_msn=7' },
      { pathname: '/api/player/streams/council/part' },
    ])
    expect(new URL(asked[1] ?? '', studioUrl).searchParams.get('of')).toBe(`${studioUrl}/live/seg/1.ts?v=2`)
  })

  it('takes the relay’s word that a stream is not there, or not for this display, without asking the stream itself', async () => {
    relays(404, { 'akari-relay': 'gone' }, '')
    expect((await fetch(entry())).status).toBe(404)
    relays(422, { 'akari-relay': 'refused' }, '')
    expect((await fetch(entry())).status).toBe(502)
    relays(403, { 'akari-relay': 'forbidden' }, '')
    expect((await fetch(entry())).status).toBe(502)
  })

  it.each([
    ['is away', 503, {}],
    ['cannot reach the stream', 502, { 'akari-relay': 'unreachable' }],
    ['is a page of something in between', 200, { 'content-type': 'text/html' }],
  ])('asks the stream itself where the relay %s', async (_what, status, headers) => {
    relays(status, headers, '<html>')
    const text = await (await fetch(entry())).text()
    expect(text).toContain(named('/live/seg/1.ts?v=2'))
  })

  it('names the same addresses when it asks the stream itself, and fetches them', async () => {
    await peer.down()
    const text = await (await fetch(entry())).text()
    expect(text.split('\n').filter((line) => line.includes('of='))).toEqual([
      `#EXT-X-MAP:URI="${named('/live/init.mp4')}"`,
      named('/live/seg/1.ts?v=2'),
      named('/live/seg/2.ts'),
    ])
    const segment = await fetch(`${agent.url}/live/council/${named('/live/seg/1.ts?v=2')}`)
    expect(await segment.text()).toBe('segment')
    expect(segment.headers.get('content-type')).toBe('video/mp2t')
  })

  it('refuses a playlist that leads into the network', async () => {
    playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1.0,\nhttp://10.0.0.1/1.ts\n'
    expect((await fetch(entry())).status).toBe(502)
  })

  it('asks no server that no playlist of the stream named, whatever the path looks like', async () => {
    const of = (address: string) => fetch(`${agent.url}/live/council/part?of=${encodeURIComponent(address)}`)
    expect((await of('http://127.0.0.1:9/x')).status).toBe(404)
    expect((await of('file:///etc/passwd')).status).toBe(404)
    expect((await of(`${studioUrl}/live/away`)).status).toBe(502)
    expect((await fetch(`${agent.url}/live/unknown/index.m3u8`)).status).toBe(404)
    expect((await fetch(`${agent.url}/live/council/other`)).status).toBe(404)
  })

  it('says 502 while the stream is down', async () => {
    studio.closeAllConnections()
    await new Promise((resolve) => studio.close(resolve))
    expect((await fetch(entry())).status).toBe(502)
  })
})

describe('the link to the screen', () => {
  it('sends the whole state at once, and again on every change with a rising revision', async () => {
    const screen = await screenOf(agent)
    await expect.poll(() => screen.states.length).toBeGreaterThan(0)
    expect(screen.states[0]?.programme?.revision).toBe(1)
    peer.publish(someProgramme(2, []))
    await expect.poll(() => screen.states.at(-1)?.programme?.revision).toBe(2)
    const revisions = screen.states.map(({ revision }) => revision)
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
    screen.close()
  })

  it('is closed to pages of other origins', async () => {
    await expect(screenOf(agent, 'https://evil.example')).rejects.toThrow('403')
  })

  it('tells the CMS what is on the glass, and that the screen fell silent or complained', async () => {
    await expect.poll(() => peer.healths.at(-1)?.screen).toBe('silent')
    const screen = await screenOf(agent)
    const onGlass = {
      layer: 'default' as const,
      kind: 'image',
      title: null,
      playlistName: '案内',
      since: '2026-10-01T09:00:00Z',
    }
    screen.raw('not json')
    screen.say({ type: 'screen.fault', code: 'image-broken', detail: 'x' })
    screen.say({ type: 'screen.painted', onGlass, frame: 1 })
    await expect.poll(() => peer.healths.at(-1)).toMatchObject({ screen: 'painting', onGlass })
    const codes = peer.healths.at(-1)?.faults.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['screen-message-rejected', 'screen:image-broken']))
    screen.close()
  })

  it('knows thirty kinds of faults of a page, and takes all that it invents after them for one', async () => {
    const screen = await screenOf(agent)
    for (let n = 0; n < 200; n++) screen.say({ type: 'screen.fault', code: `invented-${n}`, detail: 'x' })
    const others = expect.objectContaining({ code: 'screen:others' })
    await expect.poll(() => peer.healths.at(-1)?.faults).toContainEqual(others)
    screen.close()
  })

  it('keeps its revisions rising over a restart of the agent', async () => {
    const before = (await stateOf(agent)).revision
    await agent.close()
    agent = await agentFor(peer, await temporaryFolder())
    expect((await stateOf(agent)).revision).toBeGreaterThan(before)
  })
})
