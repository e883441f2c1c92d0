import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { WebhookKey, WebhookMessage, WebhookTest, WebhookView } from '@akari/protocol'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type CmsOptions, onEachEngine, type RunningCms, startCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'

type Got = { headers: IncomingHttpHeaders; body: string; message: WebhookMessage }

/** Another system: takes what is posted to it, and answers what it is told to answer. */
async function receiver() {
  const state = { got: new Array<Got>(), status: 204 }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8')
      if (state.status < 300) {
        state.got.push({ headers: request.headers, body, message: WebhookMessage.parse(JSON.parse(body)) })
      }
      response.writeHead(state.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { ...state, state, url: `http://127.0.0.1:${port}/hook` }
}

const TRUSTING: CmsOptions = { env: { AKARI_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' } }
const PATIENTLY = { timeout: 20_000, interval: 100 }

async function hook(cms: RunningCms, url: string, topics: readonly string[]): Promise<WebhookView> {
  const body = { name: '庁内ポータル', url, topics, version: 0 }
  return WebhookView.parse((await cms.call('POST', '/api/webhooks', { as: cms.local, body })).body)
}

async function view(cms: RunningCms): Promise<WebhookView | undefined> {
  return WebhookView.array().parse((await cms.call('GET', '/api/webhooks', { as: cms.local })).body)[0]
}

const addPlaylist = (cms: RunningCms, name: string) =>
  cms.call('POST', '/api/playlists', { as: cms.local, body: { name, items: [], version: 0 } })
const told = (got: readonly Got[]) => got.map(({ message }) => message.data.detail['name'])

onEachEngine((start) => {
  describe('a webhook', () => {
    it('is told of its topics alone, signed with the key of this server', async () => {
      const cms = await start(TRUSTING)
      const { state, url } = await receiver()
      await addPlaylist(cms, '前のこと')
      await hook(cms, url, ['content'])
      const user = { username: 'sato', name: '佐藤', role: 'viewer' }
      await cms.call('POST', '/api/users', { as: cms.local, body: user })
      await addPlaylist(cms, 'ロビー')
      await vi.waitFor(() => expect(told(state.got)).toEqual(['ロビー']), PATIENTLY)
      const [first] = state.got
      if (first === undefined) throw new Error('nothing was posted')
      const { headers, body, message } = first
      expect(message).toMatchObject({ type: 'playlist.create', data: { actor: 'local:cli' } })
      const { publicKey } = WebhookKey.parse((await cms.call('GET', '/api/webhooks/key', { as: cms.local })).body)
      const x = Buffer.from(publicKey.replace(/^whpk_/, ''), 'base64').toString('base64url')
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
      const signature = Buffer.from(String(headers['webhook-signature']).replace(/^v1a,/, ''), 'base64')
      expect(verify(null, Buffer.from(signed), key, signature)).toBe(true)
      expect(verify(null, Buffer.from(`${signed} `), key, signature)).toBe(false)
    })

    it('that could not be reached is told everything afterwards, in order, also by a server that started since', async () => {
      const cms = await start(TRUSTING)
      const { state, url } = await receiver()
      state.status = 503
      await hook(cms, url, ['content'])
      for (const name of ['一', '二', '三']) await addPlaylist(cms, name)
      await vi.waitFor(async () => {
        expect(await view(cms)).toMatchObject({ lastFault: 'answered 503', lastToldAt: null })
      }, PATIENTLY)
      const again = await cms.restart()
      state.status = 200
      await vi.waitFor(() => expect(told(state.got)).toEqual(['一', '二', '三']), PATIENTLY)
      await vi.waitFor(async () => expect(await view(again)).toMatchObject({ failures: 0, lastFault: null }), PATIENTLY)
    })

    it('keeps its place while it is paused, and an old version changes nothing', async () => {
      const cms = await start(TRUSTING)
      const { state, url } = await receiver()
      const made = await hook(cms, url, ['content'])
      const put = (version: number, paused: boolean) =>
        cms.call('PUT', `/api/webhooks/${made.id}`, {
          as: cms.local,
          body: { name: made.name, url, topics: ['content'], paused, version },
        })
      expect((await put(1, true)).status).toBe(200)
      expect((await put(1, false)).status).toBe(409)
      await addPlaylist(cms, '休み中')
      expect((await put(2, false)).status).toBe(200)
      await vi.waitFor(() => expect(told(state.got)).toEqual(['休み中']), PATIENTLY)
      expect((await cms.call('DELETE', `/api/webhooks/${made.id}`, { as: cms.local })).status).toBe(204)
      expect(await view(cms)).toBeUndefined()
    })
  })
})

it('reaches into the city’s own network only where whoever runs the server named the host', async () => {
  const cms = await startCms()
  const { state, url } = await receiver()
  const { id } = await hook(cms, url, ['content'])
  const tried = await cms.call('POST', `/api/webhooks/${id}/test`, { as: cms.local })
  expect(WebhookTest.parse(tried.body).fault).toContain('private address')
  await addPlaylist(cms, 'ロビー')
  await vi.waitFor(async () => expect((await view(cms))?.lastFault).toContain('private address'), PATIENTLY)
  expect(state.got).toEqual([])
})

it('belongs to administrators', async () => {
  const cms = await startCms()
  const editor = await signedIn(cms, 'sato', 'editor')
  expect((await cms.call('GET', '/api/webhooks', { as: editor })).status).toBe(403)
  const body = { name: 'x', url: 'ftp://example.jp/', topics: ['content'], version: 0 }
  expect((await cms.call('POST', '/api/webhooks', { as: cms.local, body })).status).toBe(400)
})
