import { AuditEntry, type ChannelDesk, DeskShelter, Proposals, type ShelterEdit } from '@akari/protocol'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { RunningCms } from '../../apps/cms/src/testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../apps/cms/src/testing/test-player.ts'
import { deskOf, end, inForce, raise, signInAdmin, startTwoNodes } from './nodes.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'

const SHELTER: ShelterEdit = {
  name: { ja: '見本第一小学校' },
  address: null,
  fitFor: { flood: true, landslide: true, earthquake: true, fire: true },
  open: true,
  version: 0,
}

const soon = { timeout: 10_000, interval: 50 }

/** One that these tests may stop; the other suites go on using theirs. */
let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.close())

/** The database is away while `work` runs, and back afterwards whatever happened. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  await postgres.stop()
  try {
    await work()
  } finally {
    await postgres.start()
  }
}

function agreed(desks: readonly ChannelDesk[], ids: readonly string[]): boolean {
  const [one, other] = desks
  const isThere = (desk: ChannelDesk) => desk.stored && inForce(desk).join() === ids.join()
  return desks.every(isThere) && one?.revision === other?.revision
}

test('while the database is away alerts go out unsaved; back again, both nodes store and show all of them', async () => {
  const { a, b } = await startTwoNodes(postgres.url)
  const staff = await signInAdmin(a)
  const player = await pairedPlayer(a)
  const links = { a: await connectPlayer(a, player), b: await connectPlayer(b, player) }
  await raise(a, 'before', { as: staff })
  await links.b.until((s) => inForce(s).includes('before'))
  await withoutDatabase(async () => {
    const list = await a.call('GET', '/api/playlists', { as: a.local })
    expect(list).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect((await a.call('GET', '/healthz')).status).toBe(503)

    // A signed-in person is still known, although the session cannot be looked up.
    const raising = raise(a, 'a1', { as: staff })
    await links.a.until((s) => inForce(s).includes('a1'))
    expect(await raising).toMatchObject({ stored: false, deliveries: [{ name: '1階ロビー' }] })
    await raise(a, 'a2', { as: staff })
    await raise(b, 'b1')
    expect(await end(b, 'before')).toBe(200)
    expect((await deskOf(a)).live.stored).toBe(false)
    expect(inForce((await deskOf(a)).live)).toEqual(['a1', 'a2', 'before'])
    expect(inForce((await deskOf(b)).live)).toEqual(['b1'])
    // A player that comes back now is let in and shown what is in force.
    const again = await connectPlayer(a, player)
    await again.until((s) => inForce(s).includes('a2'))
  })

  const all = ['a1', 'a2', 'b1']
  const desks = async () => [(await deskOf(a)).live, (await deskOf(b)).live]
  await expect.poll(async () => agreed(await desks(), all), soon).toBe(true)
  const { revision } = (await deskOf(a)).live
  for (const link of [links.a, links.b]) {
    expect(inForce(await link.until((s) => s.channel === 'live' && s.revision === revision))).toEqual(all)
  }
  await expect.poll(() => auditOf(a), soon).toEqual(expect.arrayContaining(['operator:a1', 'operator:b1']))
  // Whoever starts later finds them.
  expect(inForce((await deskOf(await b.restart())).live)).toEqual(all)
})

async function auditOf(cms: RunningCms): Promise<string[]> {
  const entries = AuditEntry.array().parse((await cms.call('GET', '/api/audit', { as: cms.local })).body)
  return entries.map(({ subject }) => subject)
}

test('while the database is away one person can still send out an order; administrators hear of it afterwards', async () => {
  const { a } = await startTwoNodes(postgres.url)
  const staff = await signInAdmin(a)
  const link = await connectPlayer(a, await pairedPlayer(a))
  // The desk is open: this person is known.
  await a.call('GET', '/api/alerts/proposals', { as: staff })
  const shelter = DeskShelter.parse((await a.call('POST', '/api/shelters', { body: SHELTER, as: staff })).body)
  await a.call('GET', '/api/shelters', { as: staff })
  const message = {
    channel: 'live',
    draft: { kind: 'evacuation', order: 'order', hazard: 'flood', area: { kind: 'whole' }, shelterIds: [shelter.id] },
    target: { kind: 'all' },
    minutes: null,
    corrects: null,
  }
  await withoutDatabase(async () => {
    const proposed = await a.call('POST', '/api/alerts/proposals', { body: { id: 'flood', message }, as: staff })
    expect(proposed.status).toBe(503)
    const body = { id: 'flood', message, reason: 'データベースが止まっているため' }
    const sent = a.call('POST', '/api/alerts/break-glass', { body, as: staff })
    const onGlass = await link.until((s) => inForce(s).includes('flood'))
    expect(onGlass.alerts).toMatchObject([
      { level: 4, shelters: [{ id: shelter.id }], approval: { kind: 'break-glass' } },
    ])
    expect(await sent).toMatchObject({ status: 201, body: { stored: false } })
  })
  const told = async () =>
    Proposals.safeParse((await a.call('GET', '/api/alerts/proposals', { as: a.local })).body).data?.brokenGlass ?? []
  await expect
    .poll(told, { timeout: 20_000, interval: 200 })
    .toMatchObject([{ alertId: 'operator:flood', by: 'user:admin' }])
}, 60_000)

test('somebody who signed out is not let in by memory when the database is away', async () => {
  const { a, b } = await startTwoNodes(postgres.url)
  const staff = await signInAdmin(a)
  for (const cms of [a, b]) expect((await cms.call('GET', '/api/alerts/desk', { as: staff })).status).toBe(200)
  await a.call('DELETE', '/api/session', { as: staff })
  await expect.poll(async () => (await b.call('GET', '/api/session', { as: staff })).status, soon).toBe(401)
  await withoutDatabase(async () => {
    for (const cms of [a, b]) expect((await cms.call('GET', '/api/alerts/desk', { as: staff })).status).toBe(503)
  })
})

test('a database that holds its answer back does not hold an alert back', async () => {
  const { a, databaseUrl } = await startTwoNodes(inject('postgresUrl'))
  const link = await connectPlayer(a, await pairedPlayer(a))
  const blocker = new pg.Client({ connectionString: databaseUrl })
  await blocker.connect()
  await blocker.query('begin; lock table alert_channel in access exclusive mode')
  const raising = raise(a, 'fire')
  const { revision } = await link.until((s) => inForce(s).length === 1)
  expect((await raising).stored).toBe(false)
  await blocker.query('commit')
  await blocker.end()
  await expect.poll(async () => (await deskOf(a)).live, soon).toMatchObject({ stored: true, revision })
})
