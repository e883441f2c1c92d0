import { FeedSnapshots, FeedView } from '@akari/protocol'
import { expect, it } from 'vitest'
import { openDatabases } from '../../db/database.ts'
import { startCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'
import { feedInput } from './testing/feeds-rig.ts'
import { startSource } from './testing/source-server.ts'
import { NEWS, rss } from './testing/sources.ts'

it('a running server asks by itself, tells those who show it over their sockets, and counts it', async () => {
  const source = await startSource()
  source.put('/news', rss(NEWS))
  const cms = await startCms(null, { env: { AKARI_FEED_PRIVATE_HOSTS: '127.0.0.1' } })
  const body = feedInput({ source: { kind: 'news', news: `${source.origin}/news` }, everySeconds: 60 })
  const { id } = FeedView.parse((await cms.call('POST', '/api/feeds', { as: cms.local, body })).body)
  const state = async () => FeedView.parse((await cms.call('GET', `/api/feeds/${id}`, { as: cms.local })).body).health
  await expect.poll(async () => (await state()).state, { timeout: 10_000 }).toBe('ok')

  const player = await pairedPlayer(cms)
  await cms.call('POST', '/api/programme/publish?wait=60', { as: cms.local, body: {} })
  const databases = await openDatabases({ dataDir: cms.dataDir, databaseUrl: null })
  await databases.main
    .updateTable('published_programme')
    .set({ feeds: JSON.stringify([id]) })
    .execute()
  await databases.close()
  const { socket } = await connectPlayer(cms, player)
  const told: FeedSnapshots['feeds'] = []
  socket.on('feeds.state', (snapshots) => told.push(...FeedSnapshots.parse(snapshots).feeds))
  const polled = await cms.call('GET', '/api/player/feeds', { as: { bearer: player.token } })
  expect(FeedSnapshots.parse(polled.body).feeds).toMatchObject([
    { feedId: id, state: 'ok', data: { items: NEWS.map(() => ({})) } },
  ])
  await cms.call('PUT', `/api/feeds/${id}/switch`, { as: cms.local, body: { on: false } })
  await expect.poll(() => told.at(-1), { timeout: 10_000 }).toMatchObject({ feedId: id, state: 'down', data: null })
  const metrics = String((await cms.call('GET', '/metrics', { as: cms.local })).body)
  expect(metrics).toContain(`akari_feed_polls_total{feed="${id}",outcome="good"} 1`)
  expect(metrics).toContain(`akari_feed_up{feed="${id}",kind="news",state="off"} 1`)
})
