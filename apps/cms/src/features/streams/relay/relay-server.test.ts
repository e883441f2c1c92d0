import { startCouncilStream } from '@akari/content-samples'
import { type DraftScene, LayoutView, PlaylistView, StreamHealth, StreamView } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { type RunningCms, startCms } from '../../../testing/running-cms.ts'
import { LOBBY, pairedPlayer } from '../../../testing/test-player.ts'
import { inEveryLanguage, item, notice } from '../../testing/content-samples.ts'

async function playlistOf(cms: RunningCms, scenes: readonly DraftScene[]): Promise<PlaylistView> {
  const items = scenes.map((scene, n) => item(`${n}`, scene))
  const body = { name: '市議会', items, version: 0 }
  return PlaylistView.parse((await cms.call('POST', '/api/playlists', { as: cms.local, body })).body)
}

/** A paired display whose published programme is this playlist. */
async function displayPlaying(cms: RunningCms, playlistId: string) {
  const player = await pairedPlayer(cms, { attach: 'new', display: { ...LOBBY, defaultPlaylistId: playlistId } })
  expect((await cms.call('POST', '/api/programme/publish', { as: cms.local, body: {} })).status).toBe(200)
  return player
}

/** A paired display whose published programme is these streams. */
async function displayShowing(cms: RunningCms, streamIds: readonly string[]) {
  const playlist = await playlistOf(
    cms,
    streamIds.map((streamId) => ({ kind: 'live', streamId })),
  )
  return { player: await displayPlaying(cms, playlist.id), playlist }
}

const entryOf = (streamId: string) => `/api/player/streams/${streamId}/index.m3u8`

it('a running server hands the council’s stream to a paired display, through its own addresses alone', async () => {
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const cms = await startCms(null, { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' } })
  const body = { title: inEveryLanguage('市議会中継'), url: stream.url }
  const { id } = StreamView.parse((await cms.call('POST', '/api/streams', { as: cms.local, body })).body)
  // The same server by a name that nobody allowed.
  const inside = { ...body, url: stream.url.replace('127.0.0.1', 'localhost') }
  const unnamed = StreamView.parse((await cms.call('POST', '/api/streams', { as: cms.local, body: inside })).body)
  const health = StreamHealth.array().parse((await cms.call('GET', '/api/streams/health', { as: cms.local })).body)
  const stateOf = (streamId: string) => health.find((each) => each.streamId === streamId)
  expect(stateOf(id)).toMatchObject({ state: 'live', fault: null })
  expect(stateOf(unnamed.id)).toMatchObject({ state: 'refused', fault: 'inside' })
  const { player } = await displayShowing(cms, [id, unnamed.id])
  const as = { bearer: player.token }
  const entry = entryOf(id)

  const list = await cms.call('GET', entry, { as })
  expect(list).toMatchObject({ status: 200 })
  expect(list.headers.get('akari-relay')).toBe('playlist')
  expect(list.headers.get('cache-control')).toBe('no-store')
  expect(String(list.body)).not.toContain(stream.url.slice(0, -'live.m3u8'.length))
  const named = String(list.body)
    .split('\n')
    .find((line) => line.startsWith('part?of='))
  const segment = await fetch(new URL(named ?? '', `${cms.url}${entry}`), {
    headers: { authorization: `Bearer ${player.token}` },
  })
  const bytes = new Uint8Array(await segment.arrayBuffer())
  expect(segment.headers.get('content-type')).toBe('video/mp2t')
  expect(bytes[0]).toBe(0x47)
  expect(bytes.length % 188).toBe(0)

  expect((await cms.call('GET', entry)).status).toBe(401)
  expect((await cms.call('GET', entry, { as: cms.local })).status).toBe(401)
  const elsewhere = `/api/player/streams/${id}/part?of=${encodeURIComponent('http://127.0.0.1:9/')}`
  const foreign = await cms.call('GET', elsewhere, { as })
  expect(foreign).toMatchObject({ status: 404, body: { code: 'stream-gone' } })

  const refused = await cms.call('GET', entryOf(unnamed.id), { as })
  expect(refused).toMatchObject({ status: 502, body: { code: 'stream-unreachable' } })
  // The display asks it by itself: what this server may not ask it may.
  expect(refused.headers.get('akari-relay')).toBe('unreachable')

  stream.pause()
  await expect
    .poll(() => cms.call('GET', entry, { as }), { timeout: 10_000 })
    .toMatchObject({ status: 404, body: { code: 'stream-gone' } })
  stream.resume()
  await expect.poll(() => cms.call('GET', entry, { as }), { timeout: 10_000 }).toMatchObject({ status: 200 })
})

it('a display is handed what its programme names, from the moment that it has it, and no other stream', async () => {
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const cms = await startCms(null, { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' } })
  const staff = { as: cms.local }
  const add = async (title: string): Promise<string> => {
    const body = { title: inEveryLanguage(title), url: stream.url }
    return StreamView.parse((await cms.call('POST', '/api/streams', { ...staff, body })).body).id
  }
  const [first, second, third] = [await add('本会議'), await add('委員会'), await add('会見')]
  const { player, playlist } = await displayShowing(cms, [first])
  const other = await displayShowing(cms, [second])
  const asks = (streamId: string, token: string) => cms.call('GET', entryOf(streamId), { as: { bearer: token } })

  expect((await asks(first, player.token)).status).toBe(200)
  expect((await asks(second, other.player.token)).status).toBe(200)
  for (const streamId of [second, third, 'none']) {
    const refused = await asks(streamId, player.token)
    expect(refused).toMatchObject({ status: 403, body: { code: 'stream-forbidden' } })
    expect(refused.headers.get('akari-relay')).toBe('forbidden')
  }

  const items = [first, third].map((streamId) => item(streamId, { kind: 'live', streamId }))
  const body = { name: '市議会', items, version: playlist.version }
  expect((await cms.call('PUT', `/api/playlists/${playlist.id}`, { ...staff, body })).status).toBe(200)
  expect((await asks(third, player.token)).status).toBe(403)
  await cms.call('POST', '/api/programme/publish', { ...staff, body: {} })
  expect((await asks(third, player.token)).status).toBe(200)
})

it('a display is handed the stream of a sitting that takes it over', async () => {
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const cms = await startCms(null, { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' } })
  const staff = { as: cms.local }
  const body = { title: inEveryLanguage('本会議'), url: stream.url }
  const { id } = StreamView.parse((await cms.call('POST', '/api/streams', { ...staff, body })).body)
  const { player } = await displayShowing(cms, [])
  const { player: elsewhere } = await displayShowing(cms, [])
  const asks = (token: string) => cms.call('GET', entryOf(id), { as: { bearer: token } })
  expect((await asks(player.token)).status).toBe(403)

  const sitting = {
    title: inEveryLanguage('本会議'),
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    agenda: [],
    speakers: [],
    streamId: id,
    recordingUrl: null,
    targets: { displayIds: [player.displayId], groups: [] },
    opening: 'clerk',
    closing: 'clerk',
    countdownMinutes: 15,
    afterMinutes: 5,
    version: 0,
  }
  expect((await cms.call('POST', '/api/sittings', { ...staff, body: sitting })).status).toBe(201)
  await expect.poll(() => asks(player.token)).toMatchObject({ status: 200 })
  expect((await asks(elsewhere.token)).status).toBe(403)
})

it('a display is handed the stream that stands in a zone of its layout, though no item of its own playlist is that stream', async () => {
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const cms = await startCms(null, { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' } })
  const staff = { as: cms.local }
  const add = { title: inEveryLanguage('本会議'), url: stream.url }
  const { id } = StreamView.parse((await cms.call('POST', '/api/streams', { ...staff, body: add })).body)
  const inZone = await playlistOf(cms, [{ kind: 'live', streamId: id }])
  const beside = await playlistOf(cms, [notice('休館日')])
  const landscape = [
    { id: 'a', area: { x: 0, y: 0, w: 6, h: 12 }, playlistId: inZone.id },
    { id: 'b', area: { x: 6, y: 0, w: 6, h: 12 }, playlistId: beside.id },
  ]
  const body = { name: '二分割', landscape, version: 0 }
  const layout = LayoutView.parse((await cms.call('POST', '/api/layouts', { ...staff, body })).body)
  const split = await playlistOf(cms, [{ kind: 'layout', layoutId: layout.id }])
  const player = await displayPlaying(cms, split.id)
  const elsewhere = await displayPlaying(cms, beside.id)
  const asks = (token: string) => cms.call('GET', entryOf(id), { as: { bearer: token } })
  expect((await asks(player.token)).status).toBe(200)
  expect((await asks(elsewhere.token)).status).toBe(403)
})
