import { sampleRealtime } from '@akari/content-samples'
import { StoredTimetable, TimetableChoices, TransitLive } from '@akari/protocol'
import { openTimetable, timetableOf, writeRealtime } from '@akari/transit'
import { rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, openFreshSqlite } from '../../db/testing.ts'
import { feedsStore } from './feeds.store.ts'
import { busZip, type FeedsRig, startFeedsRig } from './testing/feeds-rig.ts'
import { timetablesStore } from './timetables.store.ts'

const live = async (rig: FeedsRig, id: string) => TransitLive.parse((await rig.snapshot(id)).data)

onEachDatabase((open) => {
  it('a timetable is fetched, kept as a file, and told with what it is good for', async () => {
    const rig = await startFeedsRig(open)
    const { id, timetable } = await rig.buses()
    expect(timetable).toMatchObject({
      isTooLarge: false,
      isExpired: false,
      routes: 3,
      languages: expect.arrayContaining(['ja', 'en']),
    })
    const document = StoredTimetable.parse((await rig.request('GET', `/api/feeds/${id}/timetable`)).body)
    expect(document.routes).toHaveLength(3)
    const choices = TimetableChoices.parse((await rig.request('GET', `/api/feeds/${id}/choices`)).body)
    expect(choices.stops.find((stop) => stop.id === 'hall')?.routes.length).toBeGreaterThan(1)
    expect(rig.state.announced).toContain('feeds')
  })

  it('is fetched again at night and only where it changed; a broken one leaves the last good one in force', async () => {
    const rig = await startFeedsRig(open)
    rig.source.put('/gtfs.zip', busZip())
    const { id, timetable } = await rig.buses()
    await rig.fetchTimetables()
    expect(rig.source.times('/gtfs.zip')).toBe(1)
    rig.source.put('/gtfs.zip', '<html>moved</html>')
    rig.later(24 * 3600)
    await rig.fetchTimetables()
    expect(rig.source.times('/gtfs.zip')).toBe(2)
    const view = await rig.view(id)
    expect(view.timetable).toEqual(timetable)
    expect(view.health.lastError?.message).toContain('GTFS')
    rig.source.put('/gtfs.zip', busZip())
    rig.later(3600)
    await rig.fetchTimetables()
    expect((await rig.view(id)).timetable?.importedAt).toBe(rig.state.now.toISOString())
  })

  it('is cut to the routes that staff choose, from the archive that is here', async () => {
    const rig = await startFeedsRig(open)
    const view = await rig.buses()
    if (view.source.kind !== 'transit') throw new Error('a bus is no bus')
    const [route = ''] = TimetableChoices.parse(
      (await rig.request('GET', `/api/feeds/${view.id}/choices`)).body,
    ).routes.map(({ id }) => id)
    const body = { ...view, key: null, source: { ...view.source, routes: [route] } }
    expect((await rig.request('PUT', `/api/feeds/${view.id}`, { body })).status).toBe(200)
    await expect.poll(async () => (await rig.view(view.id)).timetable).toMatchObject({ routes: 1, isBeingCut: false })
    expect(rig.source.times('/gtfs.zip')).toBe(1)
    const choices = TimetableChoices.parse((await rig.request('GET', `/api/feeds/${view.id}/choices`)).body)
    expect(choices.routes).toHaveLength(3)
  })

  it('is cut by whichever server runs next where one stopped before it was', async () => {
    const rig = await startFeedsRig(open)
    const { id, version, timetable } = await rig.buses()
    await chosen(rig, id, version)
    expect((await rig.view(id)).timetable).toEqual({ ...timetable, isBeingCut: true })
    await rig.fetchTimetables()
    await expect.poll(async () => (await rig.view(id)).timetable).toMatchObject({ routes: 1, isBeingCut: false })
  })

  it('stays as it was where it cannot be cut, and says why', async () => {
    const rig = await startFeedsRig(open)
    const { id, version, timetable } = await rig.buses()
    const { held } = (await timetablesStore(rig.databases.main).find(id)) ?? {}
    await rm(rig.media.files.pathOf(held?.archive.sha256 ?? ''))
    await chosen(rig, id, version)
    await rig.fetchTimetables()
    await expect.poll(async () => (await rig.view(id)).health.lastError?.message).toContain('ENOENT')
    expect((await rig.view(id)).timetable).toEqual(timetable)
  })
})

/** Keeps one route of a feed, as a server does that stops right after it. */
async function chosen(rig: FeedsRig, id: string, version: number): Promise<void> {
  const store = feedsStore(rig.databases.main)
  const feed = await store.find(id)
  if (feed?.source.kind !== 'transit') throw new Error('a bus is no bus')
  const source = { ...feed.source, routes: ['west'] }
  const updatedAt = rig.state.now.toISOString()
  await store.replace({ ...feed, source, version: version + 1, updatedAt }, version, false, rig.state.now.getTime())
}

describe('live buses', () => {
  it('are joined to the timetable and told with their own times', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const { id } = await rig.buses()
    expect((await rig.ask(id)).health).toMatchObject({ state: 'ok', failures: 0, lastError: null })
    const { isLive, vehicles, trips, alerts } = await live(rig, id)
    const atS = rig.state.now.getTime() / 1000
    expect([isLive, vehicles.length > 3, trips.length > 3, alerts.length]).toEqual([true, true, true, 1])
    expect(vehicles.every(({ observedAt, run }) => run !== null && atS - (observedAt ?? 0) < 30)).toBe(true)
  })

  it('go on as far as one of the feeds gives something, and stay with their age while none does', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const { id } = await rig.buses()
    await rig.ask(id)
    const before = await live(rig, id)
    rig.later(20)
    rig.serveBuses()
    rig.source.put('/vp', '<html>Bad Gateway</html>')
    const half = await rig.ask(id)
    expect(half.health).toMatchObject({ state: 'down', failures: 0, checkedAt: rig.state.now.toISOString() })
    expect(half.health.lastError?.message).toBe('vehicles: not-protobuf')
    expect((await live(rig, id)).vehicles).toEqual(before.vehicles)
    for (const path of ['/vp', '/tu', '/alerts']) rig.source.put(path, (res) => res.writeHead(500).end())
    rig.later(20)
    expect((await rig.ask(id)).health).toMatchObject({ state: 'down', failures: 1, checkedAt: half.health.checkedAt })
    expect((await live(rig, id)).vehicles.map(({ observedAt }) => observedAt)).toEqual(
      before.vehicles.map((v) => v.observedAt),
    )
  })

  it('that repeat themselves are frozen, none at night are empty, and another timetable is a mismatch', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const { id } = await rig.buses()
    const states: string[] = []
    for (let polls = 0; polls < 5; polls++) {
      rig.later(20)
      states.push((await rig.ask(id)).health.state)
    }
    expect(states).toEqual(['ok', 'ok', 'ok', 'frozen', 'frozen'])
    const atS = Math.floor(rig.state.now.getTime() / 1000)
    rig.source.put('/vp', writeRealtime(atS, []))
    rig.source.put('/tu', writeRealtime(atS, []))
    rig.source.put('/alerts', writeRealtime(atS, []))
    expect((await rig.ask(id)).health.state).toBe('empty')
    rig.later(20)
    const vehicle = { position: { latitude: 35.7, longitude: 139.5 }, trip: { tripId: 'unknown' }, timestamp: atS + 20 }
    rig.source.put('/vp', writeRealtime(atS + 20, [{ vehicle }]))
    expect((await rig.ask(id)).health.state).toBe('mismatch')
    expect((await live(rig, id)).vehicles).toMatchObject([{ run: null, routeId: null }])
  })

  it('that claim to be from the future, or from yesterday, are never told as new', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const { id } = await rig.buses()
    const open = openTimetable(
      timetableOf(StoredTimetable.parse((await rig.request('GET', `/api/feeds/${id}/timetable`)).body)),
    )
    const now = rig.state.now.getTime()
    rig.source.put('/vp', sampleRealtime(now + 3600_000, open).vehicles)
    await rig.ask(id)
    expect((await live(rig, id)).vehicles).toEqual([])
    rig.later(20)
    rig.source.put('/vp', sampleRealtime(now - 86_400_000, open).vehicles)
    await rig.ask(id)
    const ages = (await live(rig, id)).vehicles.map(({ observedAt }) => now / 1000 - (observedAt ?? 0))
    expect(ages.every((age) => age > 86_000)).toBe(true)
  })

  it('of another address owe nothing to those before', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const view = await rig.buses()
    await rig.ask(view.id)
    const source = { ...view.source, vehicles: rig.at('/elsewhere'), trips: null, alerts: null }
    const moved = await rig.request('PUT', `/api/feeds/${view.id}`, { body: { ...view, key: null, source } })
    expect(moved.body).toMatchObject({ health: { state: 'waiting', checkedAt: null } })
    expect((await rig.ask(view.id)).health).toMatchObject({ state: 'down', checkedAt: null })
    expect((await live(rig, view.id)).vehicles).toEqual([])
  })

  it('without any live feed say so, and are well', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const { id } = await rig.buses({ vehicles: null, trips: null, alerts: null })
    expect((await rig.ask(id)).health.state).toBe('ok')
    expect(await live(rig, id)).toMatchObject({ isLive: false, vehicles: [], trips: [] })
  })

  it('wait for their timetable, which staff may send as well', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    rig.serveBuses()
    const addresses = { vehicles: rig.at('/vp'), trips: rig.at('/tu'), alerts: null }
    const { id } = await rig.setUp({
      source: { kind: 'transit', timetable: null, ...addresses, routes: [], stops: [] },
    })
    expect((await rig.ask(id)).health.state).toBe('waiting')
    const send = (raw: Uint8Array<ArrayBuffer>) => rig.request('PUT', `/api/feeds/${id}/timetable?version=1`, { raw })
    const refused = await send(new Uint8Array(Buffer.from('no zip')))
    expect(refused).toMatchObject({ status: 422, body: { code: 'feed-refused' } })
    expect((await send(busZip())).status).toBe(200)
    expect((await rig.ask(id)).health.state).toBe('ok')
  })

  it('carry what staff say of a route at once', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const { id, version } = await rig.buses()
    await rig.ask(id)
    const notice = { id: 'n1', text: { ja: '本日は運休します' }, routeIds: ['west'], from: null, until: null }
    const body = { notices: [notice], version }
    expect((await rig.request('PUT', `/api/feeds/${id}/notices`, { body, as: 'disaster' })).status).toBe(200)
    expect((await live(rig, id)).notices).toEqual([notice])
    expect((await rig.request('PUT', `/api/feeds/${id}/notices`, { body })).status).toBe(409)
  })
})
