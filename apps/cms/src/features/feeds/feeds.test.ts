import { gzipSync } from 'node:zlib'
import { type FeedInput, FeedTried } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, openFreshSqlite } from '../../db/testing.ts'
import { feedStatesStore } from './feed-states.store.ts'
import { feedInput, type FeedsRig, startFeedsRig } from './testing/feeds-rig.ts'
import { forecastJson, NEWS, rss } from './testing/sources.ts'

const newsAt = (rig: FeedsRig): FeedInput['source'] => ({ kind: 'news', news: rig.at('/news') })
const DAY_S = 24 * 3600

async function withNews(rig: FeedsRig) {
  rig.source.put('/news', rss(NEWS))
  const { id } = await rig.setUp({ source: newsAt(rig) })
  return { id, view: await rig.ask(id) }
}

onEachDatabase((open) => {
  it('a feed is set up, asked and told to displays with its attribution, and each change is in the audit log', async () => {
    const rig = await startFeedsRig(open)
    const { id, view } = await withNews(rig)
    expect(view).toMatchObject({ on: true, health: { state: 'ok', failures: 0, counted: 5, lastError: null } })
    expect(await rig.snapshot(id)).toMatchObject({
      state: 'ok',
      checkedAt: rig.state.now.toISOString(),
      attribution: { text: { ja: '出典' } },
      data: { kind: 'news', items: [{ source: '市のお知らせ' }, {}, {}, {}, {}] },
    })
    const { key: _key, ...input } = view
    const change = { ...input, key: null, name: '市のニュース' }
    expect((await rig.request('PUT', `/api/feeds/${id}`, { body: change })).status).toBe(200)
    expect((await rig.request('PUT', `/api/feeds/${id}`, { body: change })).status).toBe(409)
    expect((await rig.request('DELETE', `/api/feeds/${id}`, { as: 'viewer' })).status).toBe(403)
    expect((await rig.request('DELETE', `/api/feeds/${id}`)).status).toBe(204)
    expect((await rig.request('GET', `/api/feeds/${id}`)).status).toBe(404)
    expect(rig.state.audited).toEqual(['feed.create', 'feed.update', 'feed.delete'])
  })

  it('a key goes to its source, and nobody is ever told it', async () => {
    const rig = await startFeedsRig(open)
    rig.source.put('/news', rss(NEWS))
    const key = { in: 'query' as const, name: 'acl:consumerKey', value: 'very-secret' }
    const { id } = await rig.setUp({ source: newsAt(rig), key })
    await rig.ask(id)
    expect(rig.source.asked.at(-1)?.query).toBe('?acl%3AconsumerKey=very-secret')
    rig.source.put('/news', (res) => res.writeHead(403).end())
    const view = await rig.ask(id)
    expect(view).toMatchObject({ key: { in: 'query', name: 'acl:consumerKey', isSet: true } })
    const stored = await rig.databases.main.selectFrom('feed').selectAll().execute()
    expect(JSON.stringify([view, stored, rig.state.auditDetails])).not.toContain('very-secret')
    expect(view.health.lastError?.message).toContain('/news: answered 403')

    const unchanged = { ...view, key: { in: 'header', name: 'x-api-key' } }
    expect((await rig.request('PUT', `/api/feeds/${id}`, { body: unchanged })).status).toBe(200)
    await rig.ask(id)
    expect(rig.source.asked.at(-1)).toMatchObject({ query: '', headers: { 'x-api-key': 'very-secret' } })
    const elsewhere = { ...unchanged, version: 2, source: { kind: 'news', news: 'https://elsewhere.example/news' } }
    const refused = await rig.request('PUT', `/api/feeds/${id}`, { body: elsewhere })
    expect(refused).toMatchObject({ status: 422, body: { code: 'feed-refused' } })
  })

  it('a source is tried before it is saved: what it says is told, and nothing of it is kept', async () => {
    const rig = await startFeedsRig(open)
    rig.source.put('/news', rss(NEWS))
    const key = { in: 'query' as const, name: 'k', value: 'very-secret' }
    const body = feedInput({ source: newsAt(rig), key })
    const trial = (query: string, changed: object, as: 'editor' | 'viewer' = 'editor') =>
      rig.request('POST', `/api/feeds/try${query}`, { body: { ...body, ...changed }, as })
    expect((await trial('', {}, 'viewer')).status).toBe(403)
    const told = await trial('', {})
    expect(told.body).toMatchObject({ state: 'ok', counted: 5, faults: [], data: { kind: 'news' } })
    expect(rig.source.asked.at(-1)?.query).toBe('?k=very-secret')
    rig.source.put('/news', (res) => res.writeHead(403).end())
    const refused = FeedTried.parse((await trial('', {})).body)
    expect(refused).toMatchObject({ state: 'down', data: null, faults: [expect.stringContaining('answered 403')] })
    const away = await trial('', { source: { kind: 'news', news: 'http://169.254.169.254/latest/meta-data' } })
    expect(away.body).toMatchObject({ state: 'down', faults: [expect.stringContaining('private address')] })
    expect((await rig.request('GET', '/api/feeds')).body).toEqual([])
    expect(rig.state.audited).toEqual(['feed.try', 'feed.try', 'feed.try'])
    expect(JSON.stringify([refused, rig.state.auditDetails])).not.toContain('very-secret')
  })

  it('a change to a feed is tried with its key, which goes to no other host, and with its timetable', async () => {
    const rig = await startFeedsRig(open)
    rig.source.put('/news', rss(NEWS))
    const key = { in: 'header' as const, name: 'x-api-key', value: 'very-secret' }
    const { id } = await rig.setUp({ source: newsAt(rig), key })
    const left = { ...feedInput({ source: newsAt(rig) }), key: { in: 'header', name: 'x-api-key' } }
    const trial = (of: string, changed: object) =>
      rig.request('POST', `/api/feeds/try?of=${of}`, { body: { ...left, ...changed } })
    expect((await trial(id, { source: newsAt(rig) })).body).toMatchObject({ state: 'ok' })
    expect(rig.source.asked.at(-1)?.headers).toMatchObject({ 'x-api-key': 'very-secret' })
    const elsewhere = await trial(id, { source: { kind: 'news', news: 'https://elsewhere.example/news' } })
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'feed-refused' } })
    expect((await trial('none', { source: newsAt(rig) })).status).toBe(404)

    const buses = await rig.buses({ vehicles: rig.at('/nothing') })
    const source = { ...buses.source, vehicles: rig.at('/vp') }
    expect((await trial(buses.id, { source, key: null })).body).toMatchObject({
      state: 'ok',
      data: { kind: 'transit' },
    })
    expect((await rig.view(buses.id)).source).toEqual(buses.source)
  })

  it('sources are asked when it is their time, each once, however often the job runs', async () => {
    const rig = await startFeedsRig(open)
    const { id } = await withNews(rig)
    const settled = async () => (await rig.view(id)).health.nextAt
    await rig.tick()
    expect(rig.source.times('/news')).toBe(1)
    rig.later(700)
    const due = await settled()
    for (let ticks = 0; ticks < 3; ticks++) await rig.tick()
    await expect.poll(settled, { timeout: 10_000 }).not.toBe(due)
    expect(rig.source.times('/news')).toBe(2)
  })

  it('no two servers ask at the same time, and one that never came back is replaced', async () => {
    const rig = await startFeedsRig(open)
    const { id } = await withNews(rig)
    const states = feedStatesStore(rig.databases.main)
    const [at, until, after] = ['2026-11-27T03:20:00.000Z', '2026-11-27T03:22:00.000Z', '2026-11-27T03:22:01.000Z']
    const taken = await Promise.all([states.take(id, at, until), states.take(id, at, until)])
    expect(taken.sort()).toEqual([false, true])
    expect(await states.due(at)).toEqual([])
    expect(await states.due(after)).toEqual([id])
    expect(await states.take(id, after, after)).toBe(true)
  })

  it('news that change suddenly are held back until somebody who looked at them lets them through', async () => {
    const rig = await startFeedsRig(open)
    const { id } = await withNews(rig)
    const before = await rig.snapshot(id)
    const bad = NEWS.map((_item, n) => ({ id: `x${n}`, title: `Buy cheap watches ${n}` }))
    rig.source.put('/news', rss(bad))
    rig.later(600)
    const { health, quarantine } = await rig.ask(id)
    expect(health.state).toBe('quarantined')
    expect(quarantine).toMatchObject({ reasons: ['all-new', 'other-script'], since: rig.state.now.toISOString() })
    expect(await rig.snapshot(id)).toMatchObject({ state: 'ok', checkedAt: before.checkedAt, data: before.data })
    rig.source.put('/news', rss([...bad, { id: 'y', title: 'Another one' }]))
    rig.later(600)
    const seen = quarantine?.seen
    const newer = (await rig.ask(id)).quarantine
    const release = (body: object) => rig.request('POST', `/api/feeds/${id}/release`, { body })
    expect(await release({ seen })).toMatchObject({ status: 409, body: { code: 'not-as-seen' } })
    expect((await release({ seen: newer?.seen })).status).toBe(200)
    expect((await rig.snapshot(id)).data).toMatchObject({ items: expect.arrayContaining([newer?.items[0]]) })
    expect((await rig.ask(id)).health.state).toBe('ok')
    expect(rig.state.audited).toContain('feed.release')
  })

  it('switched off it is gone from every display at once, and comes back as the source is then', async () => {
    const rig = await startFeedsRig(open)
    const { id } = await withNews(rig)
    const before = await rig.snapshot(id)
    const off = await rig.request('PUT', `/api/feeds/${id}/switch`, { body: { on: false }, as: 'disaster' })
    expect(off.body).toMatchObject({ on: false, health: { state: 'off', nextAt: null } })
    const silent = await rig.snapshot(id)
    expect(silent).toMatchObject({ state: 'down', data: null })
    expect(silent.revision).toBeGreaterThan(before.revision)
    rig.later(DAY_S)
    await rig.tick()
    expect(rig.source.times('/news')).toBe(1)
    await rig.request('PUT', `/api/feeds/${id}/switch`, { body: { on: true } })
    expect((await rig.snapshot(id)).data).toEqual(before.data)
  })

  it('a display is told the feeds that its programme shows, and no others', async () => {
    const rig = await startFeedsRig(open)
    const { id } = await withNews(rig)
    await rig.setUp({ source: newsAt(rig) })
    await rig.feeds.refresh(() => Promise.resolve())
    const row = { revision: 1, published_at: '', content_hash: '', body: '{}', scheduled: null, scheduled_hash: '' }
    const shown = [
      { ...row, display_id: 'with', feeds: JSON.stringify([id]) },
      { ...row, display_id: 'without', feeds: null },
    ]
    await rig.databases.main.insertInto('published_programme').values(shown).execute()
    rig.state.displays.push({ id: 'with', profile: { name: '1階ロビー' } } as never)
    const told = (display: string, headers = {}) =>
      rig.request('GET', '/api/player/feeds', { as: { display }, headers })
    expect((await told('without')).body).toEqual({ feeds: [] })
    const answer = await told('with')
    expect(answer.body).toEqual({ feeds: [await rig.snapshot(id)] })
    const etag = answer.headers.get('etag') ?? ''
    expect((await told('with', { 'if-none-match': etag })).status).toBe(304)
    rig.later(600)
    await rig.ask(id)
    await rig.feeds.refresh(() => Promise.resolve())
    expect((await told('with', { 'if-none-match': etag })).status).toBe(200)
    expect(await rig.request('DELETE', `/api/feeds/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'in-use', detail: expect.stringContaining('1階ロビー') },
    })
  })
})

describe('addresses and bodies that nobody should fetch', () => {
  it.each(['ftp://city.example/news', 'file:///etc/passwd', 'http://me:pass@city.example/news', 'javascript:alert(1)'])(
    '%s is refused when it is set up',
    async (news) => {
      const rig = await startFeedsRig(openFreshSqlite)
      const body = {
        name: 'x',
        source: { kind: 'news', news },
        everySeconds: 600,
        attribution: { text: { ja: 'x' } },
        key: null,
        version: 0,
      }
      expect((await rig.request('POST', '/api/feeds', { body })).status).toBe(400)
    },
  )

  it('addresses inside the city’s network are not asked, and bombs do not swell', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const inside = await rig.setUp({
      source: { kind: 'news', news: rig.at('/news').replace('127.0.0.1', 'localhost') },
    })
    expect((await rig.ask(inside.id)).health.lastError?.message).toMatch(/private address/)
    const { id } = await rig.setUp({ source: newsAt(rig) })
    rig.source.put('/news', (res) => res.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end())
    expect((await rig.ask(id)).health.lastError?.message).toMatch(/private address/)
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    rig.source.put('/news', (res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    expect((await rig.ask(id)).health.lastError?.message).toMatch(/more than 5000000 bytes/)
    expect((await rig.snapshot(id)).data).toBeNull()
  })
})

describe('a source', () => {
  it('what it said last stays with its age while the source is down for a day, and its displays are told so', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const { id, view } = await withNews(rig)
    const before = await rig.snapshot(id)
    rig.source.put('/news', '<html><body>Service Unavailable</body></html>')
    rig.later(600)
    expect((await rig.ask(id)).health).toMatchObject({ state: 'down', failures: 1, checkedAt: view.health.checkedAt })
    rig.later(DAY_S)
    const { health } = await rig.ask(id)
    expect(health).toMatchObject({ state: 'down', failures: 2 })
    const after = await rig.snapshot(id)
    expect(after).toMatchObject({ state: 'down', checkedAt: before.checkedAt, data: before.data })
    expect(after.revision).toBeGreaterThan(before.revision)
    rig.source.put('/news', rss(NEWS))
    expect((await rig.ask(id)).health).toMatchObject({
      state: 'ok',
      failures: 0,
      checkedAt: rig.state.now.toISOString(),
    })
  })

  it('what did not change is not sent again, and is good all the same', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    rig.source.put('/news', (res) => {
      const isKnown = rig.source.asked.at(-1)?.headers['if-none-match'] === '"one"'
      return isKnown ? res.writeHead(304).end() : res.writeHead(200, { etag: '"one"' }).end(rss(NEWS))
    })
    const { id } = await rig.setUp({ source: newsAt(rig) })
    await rig.ask(id)
    const before = await rig.snapshot(id)
    rig.later(600)
    expect((await rig.ask(id)).health).toMatchObject({ state: 'ok', checkedAt: rig.state.now.toISOString() })
    expect(rig.source.asked.at(-1)?.headers['if-none-match']).toBe('"one"')
    expect((await rig.snapshot(id)).data).toEqual(before.data)
  })

  it('the weather is told with its own date; an old forecast is frozen, one from the future is none', async () => {
    const rig = await startFeedsRig(openFreshSqlite)
    const put = (forecast: unknown) => rig.source.put('/forecast', JSON.stringify(forecast))
    put(forecastJson())
    const source = { kind: 'weather', office: '130000', area: '130010', place: '44132' } as const
    const { id } = await rig.setUp({ source: { ...source, forecast: rig.at('/forecast'), heat: rig.at('/heat') } })
    expect((await rig.ask(id)).health).toMatchObject({ state: 'ok', counted: 3 })
    expect((await rig.view(id)).health.lastError?.message).toContain('heat: ')
    rig.source.put('/heat', ',,2026112715\n44132,2026/11/27 11:25, 315')
    await rig.ask(id)
    const data = (await rig.snapshot(id)).data
    expect(data).toMatchObject({ publishedAt: '2026-11-27T11:00:00+09:00', heat: { hours: [{ wbgt: 31.5 }] } })
    put(forecastJson({ reportDatetime: '2026-12-27T11:00:00+09:00' }))
    expect((await rig.ask(id)).health.state).toBe('down')
    expect((await rig.snapshot(id)).data).toEqual(data)
    put(forecastJson())
    rig.later(2 * DAY_S)
    expect((await rig.ask(id)).health.state).toBe('frozen')
  })
})
