import { startCouncilStream } from '@akari/content-samples'
import { StreamView } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { startCms } from '../../../testing/running-cms.ts'
import { pairedPlayer } from '../../../testing/test-player.ts'
import { inEveryLanguage } from '../../testing/content-samples.ts'

it('a running server hands the council’s stream to a paired display, through its own addresses alone', async () => {
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const cms = await startCms(null, { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' } })
  const body = { title: inEveryLanguage('市議会中継'), url: stream.url }
  const { id } = StreamView.parse((await cms.call('POST', '/api/streams', { as: cms.local, body })).body)
  const player = await pairedPlayer(cms)
  const as = { bearer: player.token }
  const entry = `/api/player/streams/${id}/index.m3u8`

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
  expect((await cms.call('GET', '/api/player/streams/none/index.m3u8', { as })).status).toBe(404)
  const elsewhere = `/api/player/streams/${id}/part?of=${encodeURIComponent('http://127.0.0.1:9/')}`
  const foreign = await cms.call('GET', elsewhere, { as })
  expect(foreign).toMatchObject({ status: 404, body: { code: 'stream-gone' } })

  // The same server by a name that nobody allowed.
  const inside = { ...body, url: stream.url.replace('127.0.0.1', 'localhost') }
  const unnamed = StreamView.parse((await cms.call('POST', '/api/streams', { as: cms.local, body: inside })).body)
  const refused = await cms.call('GET', `/api/player/streams/${unnamed.id}/index.m3u8`, { as })
  expect(refused).toMatchObject({ status: 502, body: { code: 'stream-unreachable' } })
  expect(refused.headers.get('akari-relay')).toBe('unreachable')

  stream.pause()
  await expect
    .poll(() => cms.call('GET', entry, { as }), { timeout: 10_000 })
    .toMatchObject({ status: 404, body: { code: 'stream-gone' } })
  stream.resume()
  await expect.poll(() => cms.call('GET', entry, { as }), { timeout: 10_000 }).toMatchObject({ status: 200 })
})
