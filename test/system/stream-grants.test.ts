import { startCouncilStream } from '@akari/content-samples'
import { PlaylistView, StreamView } from '@akari/protocol'
import { expect, inject, onTestFinished, test } from 'vitest'
import { inEveryLanguage, item } from '../../apps/cms/src/features/testing/content-samples.ts'
import type { RunningCms } from '../../apps/cms/src/testing/running-cms.ts'
import { LOBBY, pairedPlayer } from '../../apps/cms/src/testing/test-player.ts'
import { startTwoNodes } from './nodes.ts'

test('a display that comes over to another server keeps the stream that it still shows, and no other display gets it', async () => {
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const { a, b } = await startTwoNodes(inject('postgresUrl'), { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' })
  const staff = { as: a.local }
  const add = { title: inEveryLanguage('市議会中継'), url: stream.url }
  const { id } = StreamView.parse((await a.call('POST', '/api/streams', { ...staff, body: add })).body)
  const body = { name: '市議会', items: [item('1', { kind: 'live', streamId: id })], version: 0 }
  const playlist = PlaylistView.parse((await a.call('POST', '/api/playlists', { ...staff, body })).body)
  const lobby = await pairedPlayer(a, { attach: 'new', display: { ...LOBBY, defaultPlaylistId: playlist.id } })
  const other = await pairedPlayer(a)
  const publish = () => a.call('POST', '/api/programme/publish?wait=60', { ...staff, body: {} })
  const asks = async (at: RunningCms, { token }: { token: string }): Promise<number> =>
    (await at.call('GET', `/api/player/streams/${id}/index.m3u8`, { as: { bearer: token } })).status
  await publish()
  expect(await asks(a, lobby)).toBe(200)

  await a.call('PUT', `/api/playlists/${playlist.id}`, {
    ...staff,
    body: { ...body, items: [], version: playlist.version },
  })
  await publish()
  await expect.poll(() => asks(b, lobby)).toBe(200)
  expect(await asks(b, other)).toBe(403)
})
