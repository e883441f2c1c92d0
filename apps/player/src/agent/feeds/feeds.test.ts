import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeedSnapshot, PlayerState } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { agentFor, paired, screenOf, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
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

function spoken(revision: number): FeedSnapshot {
  const caption = { segmentId: 'a', language: 'ja', speaker: null, spokenAt: '2026-12-01T10:00:00+09:00' } as const
  return {
    ...news('spoken', revision),
    data: { kind: 'captions', captions: [{ ...caption, text: `発言 ${revision}`, state: 'interim' }] },
  }
}

const held = ({ feeds = [] }: PlayerState) => feeds.map(({ feedId, revision }) => `${feedId} ${revision}`).sort()

async function expectHeld(agent: Parameters<typeof stateOf>[0], expected: string): Promise<void> {
  await expect.poll(async () => held(await stateOf(agent)).join(), { timeout: 10_000 }).toBe(expected)
}

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
  await expectHeld(agent, 'bus 20,city 10')
  peer.tellFeeds([news('city', 9, '古い')])
  peer.tellFeeds([{ ...news('bus', 21), data: { kind: 'news' } } as never])
  peer.feeds = [news('city', 11), news('bus', 20)]
  await expectHeld(agent, 'bus 20,city 11')
  peer.feeds = [news('city', 12)]
  await expectHeld(agent, 'city 12')

  const onDisk = () => readFile(join(folder, 'state', 'feeds.json'), 'utf8')
  await expect.poll(onDisk, { timeout: 5000 }).toContain('"revision":12')
  await agent.close()
  await peer.down()
  const next = await agentFor(peer, folder)
  onTestFinished(() => next.close())
  expect((await stateOf(next)).feeds).toEqual([news('city', 12)])
})

it('what is spoken is told to the screen by itself, and never to the disk', async () => {
  const [peer, folder] = [new CmsPeer(), await temporaryFolder()]
  await peer.up()
  onTestFinished(() => peer.down())
  const agent = await agentFor(peer, folder)
  onTestFinished(() => agent.close())
  await paired(agent, peer)
  peer.publish(someProgramme(1, [], { feeds: [{ feedId: 'city' }, { feedId: 'spoken' }] }))
  await until(agent, ({ programme }) => programme?.revision === 1)
  peer.tellFeeds([news('city', 10), spoken(1)])
  await expectHeld(agent, 'city 10,spoken 1')
  const screen = await screenOf(agent)
  onTestFinished(() => screen.close())
  await expect.poll(() => screen.states.at(-1)?.feeds?.length).toBe(2)
  for (const revision of [2, 3, 4]) peer.tellFeeds([spoken(revision)])
  await expect.poll(() => screen.feeds.at(-1)).toEqual(spoken(4))
  peer.tellFeeds([news('city', 11)])
  const onDisk = () => readFile(join(folder, 'state', 'feeds.json'), 'utf8')
  await expect.poll(onDisk, { timeout: 5000 }).toContain('"revision":11')
  expect(await onDisk()).not.toContain('spoken')
  // Of one that is gone, and only then, the whole state is told.
  peer.feeds = [news('city', 11)]
  await expect.poll(() => screen.states.at(-1)?.feeds?.map(({ feedId }) => feedId)).toEqual(['city'])
})

it('one feed that nobody understands takes none of the others along, and what was held of it stays', async () => {
  const [peer, folder] = [new CmsPeer(), await temporaryFolder()]
  await peer.up()
  onTestFinished(() => peer.down())
  const agent = await agentFor(peer, folder)
  onTestFinished(() => agent.close())
  await paired(agent, peer)
  peer.publish(someProgramme(1, [], { feeds: [{ feedId: 'city' }, { feedId: 'bus' }] }))
  peer.tellFeeds([news('city', 10), news('bus', 20)])
  await expectHeld(agent, 'bus 20,city 10')
  const strange = { ...news('bus', 21), data: { kind: 'of tomorrow' } } as never
  peer.tellFeeds([strange, news('city', 11)])
  await expectHeld(agent, 'bus 20,city 11')
  peer.feeds = [strange, news('city', 12)]
  await expectHeld(agent, 'bus 20,city 12')
})

it('what was pushed of a feed that is not asked for any more is gone with the next answer, changed or not', async () => {
  const [peer, folder] = [new CmsPeer(), await temporaryFolder()]
  await peer.up()
  onTestFinished(() => peer.down())
  const agent = await agentFor(peer, folder)
  onTestFinished(() => agent.close())
  await paired(agent, peer)
  peer.publish(someProgramme(1, [], { feeds: [{ feedId: 'city' }] }))
  peer.feeds = [news('city', 10)]
  await expectHeld(agent, 'city 10')
  peer.tellFeeds([news('bus', 20)])
  await expectHeld(agent, 'bus 20,city 10')
  peer.feeds = [news('city', 10)]
  await expectHeld(agent, 'city 10')
})

it('a CMS that invents feeds fills neither the memory nor the disk', async () => {
  const [peer, folder] = [new CmsPeer(), await temporaryFolder()]
  await peer.up()
  onTestFinished(() => peer.down())
  const agent = await agentFor(peer, folder)
  await paired(agent, peer)
  peer.publish(someProgramme(1, [], { feeds: [{ feedId: 'city' }] }))
  const invented = (from: number) => Array.from({ length: 40 }, (_, n) => news(`feed-${from + n}`, 1))
  peer.tellFeeds(invented(0))
  peer.tellFeeds([news('feed-40', 2), ...invented(40)])
  await until(agent, (state) => held(state).includes('feed-79 1'))
  expect((await stateOf(agent)).feeds).toHaveLength(50)
  expect(held(await stateOf(agent))).toContain('feed-40 2')
  await expect.poll(() => readFile(join(folder, 'state', 'feeds.json'), 'utf8'), { timeout: 5000 }).toContain('feed-79')
  await agent.close()
  await peer.down()
  const next = await agentFor(peer, folder)
  onTestFinished(() => next.close())
  expect((await stateOf(next)).feeds).toHaveLength(50)
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
