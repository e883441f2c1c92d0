import { isDeepStrictEqual } from 'node:util'
import { type Channel, DisplayView, PublishJob } from '@akari/protocol'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { LISTENER } from '../../apps/cms/src/db/listen.ts'
import { freshPostgres } from '../../apps/cms/src/db/testing.ts'
import { type RunningCms, startCms } from '../../apps/cms/src/testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../apps/cms/src/testing/test-player.ts'
import { deskOf, end, inForce, raise, signInAdmin, startTwoNodes, watchTopics } from './nodes.ts'

const postgresUrl = inject('postgresUrl')
const CHANNELS = ['live', 'drill'] as const satisfies readonly [Channel, Channel]
const soon = { timeout: 5000, interval: 20 }

async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function displayAt(cms: RunningCms, id: string): Promise<DisplayView | undefined> {
  const answer = await cms.call('GET', '/api/displays', { as: cms.local })
  return DisplayView.array()
    .parse(answer.body)
    .find((display) => display.id === id)
}

test('nodes that start at the same moment on an empty database make it together, with one administrator', async () => {
  const url = await freshPostgres(postgresUrl)
  const nodes = await Promise.all([startCms(url), startCms(url), startCms(url)])
  expect(nodes.filter(({ firstAdmin }) => firstAdmin !== null)).toHaveLength(1)
  await expect.poll(async () => new Set(await Promise.all(nodes.map(revisionOf))).size, soon).toBe(1)
})

async function revisionOf(cms: RunningCms): Promise<number> {
  return (await deskOf(cms)).live.revision
}

test('what staff do at one node reaches the consoles and players of the other', async () => {
  const { a, b } = await startTwoNodes(postgresUrl)
  const topics = await watchTopics(b, await signInAdmin(a))
  const player = await pairedPlayer(a)
  const link = await connectPlayer(b, player)
  const revisions: number[] = []
  link.socket.on('programme.changed', ({ revision }) => revisions.push(revision))
  const revoked = new Promise<void>((resolve) => link.socket.once('display.revoked', resolve))

  const { body } = await a.call('POST', '/api/programme/publish?wait=60', { as: a.local })
  await expect.poll(() => topics, soon).toContain('programme')
  const published = PublishJob.parse(body).result?.displays.map(({ revision }) => revision)
  await expect.poll(() => revisions, soon).toEqual(published)

  await a.call('POST', `/api/displays/${player.displayId}/unpair`, { as: a.local })
  await revoked
  await expect.poll(() => link.socket.connected, soon).toBe(false)
  expect(await displayAt(b, player.displayId)).toMatchObject({ status: 'unpaired', health: null })
})

test('the desk of one node shows who answered at the other, and how the displays there are', async () => {
  const { a, b } = await startTwoNodes(postgresUrl)
  const player = await pairedPlayer(a)
  const link = await connectPlayer(b, player)
  const at = new Date().toISOString()
  link.socket.emit('display.health', {
    at,
    software: 'test',
    screen: 'painting',
    onGlass: null,
    programmeRevision: null,
    content: { state: 'complete', filesMissing: 0, bytesMissing: 0 },
    clockOffsetMs: 0,
    faults: [],
  })
  await expect
    .poll(() => displayAt(a, player.displayId), soon)
    .toMatchObject({
      status: 'online',
      health: { software: 'test' },
    })
  await raise(a, 'fire')
  const { epoch, revision } = await link.until((s) => s.channel === 'live' && inForce(s).length === 1)
  expect((await deskOf(a)).live.deliveries).toMatchObject([{ status: 'waiting' }])
  link.socket.emit(
    'alert.acknowledged',
    { kind: 'received', channel: 'live', epoch, revision, saved: true, at },
    ignore,
  )
  link.socket.emit('alert.acknowledged', { kind: 'shown', channel: 'live', epoch, revision, at }, ignore)
  await expect
    .poll(async () => (await deskOf(a)).live.deliveries, { timeout: 1500, interval: 20 })
    .toMatchObject([{ status: 'shown', saved: true, shownAt: at }])
})

function ignore(): void {}

test('two nodes that change alerts at once end up with one state, and lose nothing', async () => {
  const { a, b, databaseUrl } = await startTwoNodes(postgresUrl)
  const player = await pairedPlayer(a)
  const links = [await connectPlayer(a, player), await connectPlayer(b, player)]
  const raised: Record<Channel, string[]> = { live: [], drill: [] }
  const ended: string[] = []
  for (let round = 0; ended.length < 80; round++) {
    const [channel, before] = round % 2 === 0 ? CHANNELS : CHANNELS.toReversed()
    const raises = [a, b].map((cms, i) => ({ cms, id: `${i}-${round}` }))
    // All but each third are ended, at the node that did not raise them, while the next ones are raised.
    const ends = [b, a].map((cms, i) => ({ cms, id: `${i}-${round - 1}` })).filter(() => round % 3 !== 0)
    raised[channel].push(...raises.map(({ id }) => id))
    ended.push(...ends.map(({ id }) => id))
    const raising = raises.map(({ cms, id }) => raise(cms, id, { channel }))
    // On a busy machine a state may go out before it is stored: until then the other node does not know it.
    await Promise.all(
      ends.map(async ({ cms, id }) => {
        await expect.poll(() => end(cms, id, before), soon).toBe(200)
      }),
    )
    await Promise.all(raising)
  }
  expect(raised.live.length + raised.drill.length + ended.length).toBe(200)
  for (const channel of CHANNELS) {
    const kept = raised[channel].filter((id) => !ended.includes(id)).sort()
    const seenAt = async (cms: RunningCms) => {
      const { revision, stored, alerts } = (await deskOf(cms))[channel]
      return { revision, stored, inForce: inForce({ alerts }) }
    }
    await expect
      .poll(async () => {
        const [{ newest }] = (await query(
          databaseUrl,
          `select max(revision)::text as newest from alert_log where channel = $1`,
          [channel],
        )) as [{ newest: string }]
        const same = { revision: Number(newest), stored: true, inForce: kept }
        return isDeepStrictEqual(await Promise.all([seenAt(a), seenAt(b)]), [same, same])
      }, soon)
      .toBe(true)
    const { revision } = await seenAt(a)
    for (const link of links) {
      const last = await link.until((s) => s.channel === channel && s.revision === revision)
      expect(inForce(last)).toEqual(kept)
      // A state may come twice (the second time it is stored), never one before another.
      const seen = link.states.filter((s) => s.channel === channel).map((s) => s.revision)
      expect(seen).toEqual([...seen].sort((x, y) => x - y))
    }
  }
}, 60_000)

test('an alert arrives although the listening connections are cut, and what was missed is told afterwards', async () => {
  const { a, b, databaseUrl } = await startTwoNodes(postgresUrl)
  const topics = await watchTopics(b, await signInAdmin(a))
  const player = await pairedPlayer(a)
  const link = await connectPlayer(b, player)
  const revoked = new Promise<void>((resolve) => link.socket.once('disconnect', () => resolve()))
  const listeners = `select pid from pg_stat_activity where datname = current_database() and application_name = $1`
  await expect.poll(() => query(databaseUrl, listeners, [LISTENER]), soon).toHaveLength(2)

  const cut = `select pg_terminate_backend(pid) from (${listeners}) as l`
  expect(await query(databaseUrl, cut, [LISTENER])).toHaveLength(2)
  await raise(a, 'fire')
  await link.until((s) => s.channel === 'live' && inForce(s).length === 1)

  // Nobody is told of this: the record is changed behind the nodes' backs.
  await query(databaseUrl, 'delete from player_session')
  topics.length = 0
  await query(databaseUrl, cut, [LISTENER])
  await expect.poll(() => topics, soon).toEqual(expect.arrayContaining(['users', 'playlists', 'displays', 'schedule']))
  await revoked
})

test('a node survives losing every connection in the midst of its work', async () => {
  const { a, b, databaseUrl } = await startTwoNodes(postgresUrl)
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  const raised: string[] = []
  for (let round = 0; round < 10; round++) {
    const raising = [raise(a, `a${round}`), raise(b, `b${round}`)]
    raised.push(`a${round}`, `b${round}`)
    await query(databaseUrl, cut)
    await Promise.all(raising)
  }
  const seenAt = async (cms: RunningCms) => {
    const { live } = await deskOf(cms)
    return { stored: live.stored, inForce: inForce(live), revision: live.revision }
  }
  await expect
    .poll(async () => await Promise.all([seenAt(a), seenAt(b)]), soon)
    .toEqual([0, 1].map(() => ({ stored: true, inForce: raised.sort(), revision: expect.any(Number) })))
  await expect.poll(async () => (await revisionOf(a)) === (await revisionOf(b)), soon).toBe(true)
})
