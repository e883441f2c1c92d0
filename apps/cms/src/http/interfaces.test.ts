import { ApiTokenWithSecret, PlaylistView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { type Caller, onEachEngine, type RunningCms, startCms } from '../testing/running-cms.ts'

const PLAYLIST = { name: 'ロビー', items: [], version: 0 }

async function tokenFor(cms: RunningCms, ...scopes: readonly string[]): Promise<Caller> {
  const made = await cms.call('POST', '/api/tokens', { body: { name: scopes.join(), scopes }, as: cms.local })
  return { bearer: ApiTokenWithSecret.parse(made.body).secret }
}

async function names(cms: RunningCms): Promise<string[]> {
  const { body } = await cms.call('GET', '/api/playlists', { as: cms.local })
  return PlaylistView.array()
    .parse(body)
    .map(({ name }) => name)
}

describe('a token', () => {
  it('may do what its scopes say and nothing else; writing lets it read', async () => {
    const cms = await startCms()
    const [reader, writer] = [await tokenFor(cms, 'content:read'), await tokenFor(cms, 'content:write')]
    expect((await cms.call('GET', '/api/playlists', { as: reader })).status).toBe(200)
    expect((await cms.call('POST', '/api/playlists', { as: reader, body: PLAYLIST })).status).toBe(403)
    expect((await cms.call('POST', '/api/playlists', { as: writer, body: PLAYLIST })).status).toBe(201)
    expect((await cms.call('GET', '/api/playlists', { as: writer })).status).toBe(200)
    expect((await cms.call('GET', '/api/entries', { as: writer })).status).toBe(403)
  })

  it('never gets at accounts, keys, the alert desk or webhooks, whatever its scopes', async () => {
    const cms = await startCms()
    const all = await tokenFor(cms, 'content:write', 'schedule:write', 'displays:write', 'programme:publish')
    for (const path of ['/users', '/tokens', '/keys', '/audit', '/alerts/desk', '/webhooks', '/drills']) {
      const { status } = await cms.call('GET', `/api${path}`, { as: all })
      expect({ path, status }).not.toMatchObject({ status: 200 })
    }
  })

  it('ends on its day', async () => {
    let time = new Date('2026-11-22T00:00:00Z')
    const cms = await startCms(null, { now: () => time })
    const body = { name: '連携', scopes: ['content:read'], expiresAt: '2026-11-23T00:00:00+09:00' }
    const made = await cms.call('POST', '/api/tokens', { body, as: cms.local })
    const token = { bearer: ApiTokenWithSecret.parse(made.body).secret }
    expect((await cms.call('GET', '/api/playlists', { as: token })).status).toBe(200)
    time = new Date('2026-11-22T15:00:00Z')
    expect((await cms.call('GET', '/api/playlists', { as: token })).status).toBe(401)
    expect((await cms.call('POST', '/api/tokens', { body, as: cms.local })).status).toBe(400)
  })
})

onEachEngine((start) => {
  describe('an Idempotency-Key', () => {
    it('has the work done once, and gives the same answer again', async () => {
      const cms = await start()
      const ask = (key: string, body: unknown) =>
        cms.call('POST', '/api/playlists', { as: cms.local, body, headers: { 'idempotency-key': key } })
      const answers = await Promise.all([ask('a', PLAYLIST), ask('a', PLAYLIST)])
      const again = await ask('a', PLAYLIST)
      expect(again.status).toBe(201)
      expect(again.headers.get('idempotency-replayed')).toBe('true')
      for (const { status, body } of answers) {
        if (status === 201) expect(body).toEqual(again.body)
        else expect(body).toMatchObject({ status: 409, code: 'in-progress' })
      }
      expect(await names(cms)).toEqual(['ロビー'])
      expect((await ask('a', { ...PLAYLIST, name: '別' })).body).toMatchObject({ status: 422, code: 'key-reused' })
      expect((await ask('b', { ...PLAYLIST, name: '別' })).status).toBe(201)
    })

    it('is free again after work that failed, belongs to its caller, and is refused where nobody minds it', async () => {
      const cms = await start()
      const writer = await tokenFor(cms, 'content:write')
      const headers = { 'idempotency-key': 'k' }
      expect((await cms.call('POST', '/api/playlists', { as: writer, body: { name: '' }, headers })).status).toBe(400)
      expect((await cms.call('POST', '/api/playlists', { as: writer, body: PLAYLIST, headers })).status).toBe(201)
      expect((await cms.call('POST', '/api/playlists', { as: cms.local, body: PLAYLIST, headers })).status).toBe(201)
      const user = { username: 'sato', name: '佐藤', role: 'editor' }
      expect((await cms.call('POST', '/api/users', { as: cms.local, body: user, headers })).status).toBe(400)
      const unfit = { 'idempotency-key': ' '.repeat(3) + 'x'.repeat(300) }
      expect((await cms.call('POST', '/api/playlists', { as: writer, body: PLAYLIST, headers: unfit })).status).toBe(
        400,
      )
    })
  })
})

describe('If-Match', () => {
  it('stands for the version of the body, and an old one changes nothing', async () => {
    const cms = await startCms()
    const made = await cms.call('POST', '/api/playlists', { as: cms.local, body: PLAYLIST })
    const path = `/api/playlists/${PlaylistView.parse(made.body).id}`
    const tag = made.headers.get('etag') ?? ''
    expect(tag).toBe('"v1"')
    const put = (body: object, match: string) =>
      cms.call('PUT', path, { as: cms.local, body, headers: { 'if-match': match } })
    const changed = await put({ name: '二階', items: [] }, tag)
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).toBe('"v2"')
    expect((await put({ name: '三階', items: [] }, tag)).body).toMatchObject({
      status: 412,
      code: 'precondition-failed',
    })
    expect((await put({ name: '三階', items: [], version: 1 }, '"v2"')).status).toBe(412)
    expect((await put({ name: '三階', items: [] }, '"abc"')).status).toBe(400)
    expect(await names(cms)).toEqual(['二階'])
    const gone = await cms.call('DELETE', path, { as: cms.local, headers: { 'if-match': '"v2"' } })
    expect(gone.status).toBe(400)
  })
})
