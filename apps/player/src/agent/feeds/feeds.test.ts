import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeedSnapshot, PlayerState } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { agentFor, paired, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someProgramme } from '../testing/samples.ts'

function news(feedId: string, revision: number, title = 'お知らせ'): FeedSnapshot {
  return {
    feedId,
    revision,
    checkedAt: '2026-11-27T09:00:00+09:00',
    state: 'ok',
    attribution: { text: { ja: '市' } },
    data: { kind: 'news', language: 'ja', items: [{ id: 'a', title, publishedAt: null, source: '市' }] },
  }
}

const held = ({ feeds = [] }: PlayerState) => feeds.map(({ feedId, revision }) => `${feedId} ${revision}`).sort()

it('feeds are pushed one by one, asked for as a whole, and kept over a restart without the CMS', async () => {
  const [peer, folder] = [new CmsPeer(), await temporaryFolder()]
  await peer.up()
  onTestFinished(() => peer.down())
  const agent = await agentFor(peer, folder)
  await paired(agent, peer)
  peer.publish(someProgramme(1, [], { feeds: [{ feedId: 'city' }, { feedId: 'bus' }] }))
  await until(agent, ({ programme }) => programme?.revision === 1)

  peer.tellFeeds([news('city', 10)])
  peer.tellFeeds([news('bus', 20)])
  await until(agent, (state) => held(state).join() === 'bus 20,city 10')
  peer.tellFeeds([news('city', 9, '古い')])
  peer.tellFeeds([{ ...news('bus', 21), data: { kind: 'news' } } as never])
  peer.feeds = [news('city', 11), news('bus', 20)]
  await until(agent, (state) => held(state).join() === 'bus 20,city 11')
  peer.feeds = [news('city', 12)]
  await until(agent, (state) => held(state).join() === 'city 12')

  const onDisk = () => readFile(join(folder, 'state', 'feeds.json'), 'utf8')
  await expect.poll(onDisk, { timeout: 5000 }).toContain('"revision":12')
  await agent.close()
  await peer.down()
  const next = await agentFor(peer, folder)
  onTestFinished(() => next.close())
  expect((await stateOf(next)).feeds).toEqual([news('city', 12)])
})

it('a display whose programme shows none asks for none', async () => {
  const [peer, folder] = [new CmsPeer(), await temporaryFolder()]
  await peer.up()
  onTestFinished(() => peer.down())
  const agent = await agentFor(peer, folder)
  onTestFinished(() => agent.close())
  await paired(agent, peer)
  peer.publish(someProgramme(1, []))
  await until(agent, ({ programme }) => programme?.revision === 1)
  const values = () => peer.requests.filter((path) => path === 'GET /api/player/values').length
  const before = values()
  await expect.poll(values, { timeout: 5000 }).toBeGreaterThan(before + 1)
  expect(peer.requests).not.toContain('GET /api/player/feeds')
  expect((await stateOf(agent)).feeds).toBeUndefined()
})
