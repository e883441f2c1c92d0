import { MOST_CLOSURES, type WayClosureInput, WayClosureView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase } from '../../db/testing.ts'
import { KIOSK, startVenueRig, type VenueRig } from '../testing/venue-rig.ts'
import { changedFeatures, venueZip } from '../testing/venue-zip.ts'
import { closureStore } from './closures.store.ts'

const HOUR_MS = 3_600_000
const WORKS: WayClosureInput = {
  reason: { ja: '工事中', en: 'Works' },
  featureIds: ['door'],
  zones: [],
  from: null,
  until: null,
  version: 0,
}

async function close(
  rig: VenueRig,
  id: string,
  changes: Partial<WayClosureInput> = {},
  as: 'editor' | 'disaster' | 'viewer' = 'editor',
) {
  return rig.request('POST', `/api/venues/${id}/closures`, { body: { ...WORKS, ...changes }, as })
}
const RING: [number, number][] = [
  [0, 0],
  [1, 0],
  [1, 1],
]
/** The sample with one of its levels renamed, and so empty. */
const withLevel = (from: string, to: string) =>
  venueZip({
    'level.geojson': changedFeatures('level.geojson', (levels) =>
      levels.map((level) => (level.id === from ? { ...level, id: to } : level)),
    ),
  })
async function list(rig: VenueRig, id: string) {
  return z.array(WayClosureView).parse((await rig.request('GET', `/api/venues/${id}/closures`)).body)
}

/** A published venue with a display in it. */
async function lobby(open: Parameters<typeof startVenueRig>[0]) {
  const rig = await startVenueRig(open)
  await rig.standing('lobby', KIOSK)
  const { id } = await rig.imported()
  await rig.publish(id)
  return { rig, id }
}

onEachDatabase((open) => {
  describe('a closure', () => {
    it('is in the programme at once, without anybody’s approval, and gone as soon as it is ended', async () => {
      const { rig, id } = await lobby(open)
      rig.state.people.push({ id: 'chief', username: 'chief', name: '課長', role: 'approver', groups: null })
      const before = await rig.programme('lobby')
      const made = WayClosureView.parse((await close(rig, id, {}, 'disaster')).body)
      expect(made).toMatchObject({ state: 'inForce', version: 1, madeBy: 'user:disaster', endedBy: null })
      const shut = await rig.programme('lobby')
      expect(shut.revision).toBeGreaterThan(before.revision)
      expect(shut.closures).toEqual([
        { id: made.id, reason: WORKS.reason, featureIds: ['door'], zones: [], from: null, until: null },
      ])
      expect(rig.state.published.at(-1)).toEqual(['lobby', shut.revision])
      const ended = await rig.request('POST', `/api/venues/${id}/closures/${made.id}/end`)
      expect(ended.body).toMatchObject({ state: 'over', endedBy: 'user:editor', version: 2 })
      const reopened = await rig.programme('lobby')
      expect(reopened.closures).toBeUndefined()
      expect(reopened.revision).toBeGreaterThan(shut.revision)
      expect(rig.state.audited.slice(-2)).toEqual(['closure.add', 'closure.end'])
    })

    it('holds by the calendar: displays have it before it begins, and lose it when it is over', async () => {
      const { rig, id } = await lobby(open)
      const at = (hours: number) => new Date(rig.state.now.getTime() + hours * HOUR_MS).toISOString()
      const [from, until] = [at(1), at(2)]
      await close(rig, id, { from, until })
      expect(await list(rig, id)).toMatchObject([{ state: 'planned' }])
      expect((await rig.programme('lobby')).closures).toMatchObject([{ from, until }])
      rig.state.now = new Date(Date.parse(from))
      expect(await list(rig, id)).toMatchObject([{ state: 'inForce' }])
      rig.state.now = new Date(Date.parse(until))
      await rig.programmes.relayLayers()
      expect(await list(rig, id)).toMatchObject([{ state: 'over', endedBy: null }])
      expect((await rig.programme('lobby')).closures).toBeUndefined()
      rig.state.now = new Date(Date.parse(until) + 31 * 24 * HOUR_MS)
      await rig.venues.housekeep()
      expect(await list(rig, id)).toEqual([])
    })

    it('is changed by one person after the other', async () => {
      const { rig, id } = await lobby(open)
      const made = WayClosureView.parse((await close(rig, id)).body)
      const put = (version: number, ja: string) =>
        rig.request('PUT', `/api/venues/${id}/closures/${made.id}`, {
          body: { ...WORKS, reason: { ja }, version },
        })
      expect((await put(1, '清掃中')).body).toMatchObject({ version: 2, reason: { ja: '清掃中' } })
      expect(await put(1, '遅れた人')).toMatchObject({ status: 409, body: { code: 'conflict' } })
      expect((await rig.programme('lobby')).closures).toMatchObject([{ reason: { ja: '清掃中' } }])
    })

    it('that names what is not in the plan is told in its report', async () => {
      const { rig, id } = await lobby(open)
      const made = WayClosureView.parse((await close(rig, id)).body)
      expect((await rig.report(id)).problems).toMatchObject([{ code: 'closure-lost', feature: 'door' }])
      await rig.request('POST', `/api/venues/${id}/closures/${made.id}/end`)
      expect((await rig.report(id)).problems).toEqual([])
    })

    it('is judged by the plan that displays run on, while a newer one waits to be published', async () => {
      const { rig, id } = await lobby(open)
      const top = (await rig.draft(id)).model.levels.at(-1)?.id ?? ''
      await rig.replan(id, withLevel(top, 'roof'))
      const zone = (levelId: string) => ({ featureIds: [], zones: [{ levelId, ring: RING }] })
      expect((await close(rig, id, zone('roof'))).status).toBe(400)
      expect((await close(rig, id, zone(top))).status).toBe(201)
      await close(rig, id)
      const told = async () =>
        (await rig.report(id)).problems.flatMap(({ code, feature }) =>
          code.startsWith('closure-') ? [`${code} ${feature}`] : [],
        )
      expect((await told()).sort()).toEqual([`closure-losing ${top}`, 'closure-lost door'])
      expect((await rig.publish(id)).status).toBe(200)
      expect((await told()).sort()).toEqual(['closure-lost door', `closure-lost ${top}`].sort())
      expect((await close(rig, id, zone('roof'))).status).toBe(201)
    })

    it('is for whoever answers for every display there, and for the disaster desk anywhere', async () => {
      const { rig, id } = await lobby(open)
      rig.state.displays = rig.state.displays.map((display) => ({ ...display, groups: ['本庁舎'] }))
      const send = (as: 'editor' | 'disaster', group: string, method: string, path = '', version = 0) =>
        rig.request(method, `/api/venues/${id}/closures${path}`, {
          as,
          groups: [group],
          body: { ...WORKS, version },
        })
      const made = WayClosureView.parse((await send('editor', '本庁舎', 'POST')).body)
      for (const [method, path, version] of [
        ['POST', '', 0],
        ['PUT', `/${made.id}`, 1],
        ['POST', `/${made.id}/end`, 0],
      ] as const) {
        expect(await send('editor', '別館', method, path, version)).toMatchObject({
          status: 403,
          body: { code: 'not-yours', detail: expect.stringContaining('端末 lobby') },
        })
      }
      expect(await list(rig, id)).toMatchObject([{ id: made.id, version: 1, state: 'inForce' }])
      expect((await send('disaster', '別館', 'POST')).status).toBe(201)
      expect((await send('disaster', '別館', 'POST', `/${made.id}/end`)).body).toMatchObject({ state: 'over' })
    })

    it('is closed again only where there is room for it among those that are open', async () => {
      const { rig, id } = await lobby(open)
      const made = WayClosureView.parse((await close(rig, id)).body)
      await rig.request('POST', `/api/venues/${id}/closures/${made.id}/end`)
      const rows = closureStore(rig.databases.main)
      const by = { version: 1, madeAt: made.madeAt, madeBy: 'x', ended: null }
      const { version: _new, ...said } = WORKS
      for (let n = 1; n <= MOST_CLOSURES; n++) await rows.insert({ ...said, ...by, id: `c${n}`, venueId: id })
      const again = () =>
        rig.request('PUT', `/api/venues/${id}/closures/${made.id}`, { body: { ...WORKS, version: 2 } })
      const full = { status: 422, body: { code: 'venue-refused', detail: expect.stringContaining('200件まで') } }
      expect([await again(), await close(rig, id)]).toMatchObject([full, full])
      const other = { body: { ...WORKS, version: 1 } }
      expect((await rig.request('PUT', `/api/venues/${id}/closures/c1`, other)).status).toBe(200)
      await rig.request('POST', `/api/venues/${id}/closures/c2/end`)
      expect((await again()).body).toMatchObject({ state: 'inForce', version: 3, endedBy: null })
    })

    it('that is over is not even read for displays', async () => {
      const { rig, id } = await lobby(open)
      const [gone, past] = [
        WayClosureView.parse((await close(rig, id)).body),
        WayClosureView.parse((await close(rig, id, { until: '2026-11-22T09:30:00+09:00' })).body),
      ]
      await rig.request('POST', `/api/venues/${id}/closures/${gone.id}/end`)
      rig.state.now = new Date(Date.parse('2026-11-22T00:30:00Z'))
      const rows = rig.databases.main.updateTable('way_closure').set({ body: 'unreadable' })
      await rows.where('id', 'in', [gone.id, past.id]).execute()
      await rig.programmes.relayLayers()
      expect((await rig.programme('lobby')).closures).toBeUndefined()
    })

    it('shuts ways that staff try on the draft', async () => {
      const { rig, id } = await lobby(open)
      const { model } = await rig.draft(id)
      const exits = model.openings.filter(({ category }) => /principal|emergencyexit/.test(category))
      await close(rig, id, { featureIds: exits.map((exit) => exit.id) })
      const body = { from: KIOSK, to: null, profile: 'evacuate' }
      expect((await rig.request('POST', `/api/venues/${id}/route`, { body })).body).toMatchObject({ found: false })
    })

    it('says what is closed, where, and until when it could be; the rest is refused', async () => {
      const { rig, id } = await lobby(open)
      const refused = [
        await close(rig, id, { featureIds: [] }),
        await close(rig, id, { zones: [{ levelId: 'nowhere', ring: RING }] }),
        await close(rig, id, { from: '2026-11-23T00:00:00Z', until: '2026-11-22T00:00:00Z' }),
      ]
      expect(refused.map(({ status }) => status)).toEqual([400, 400, 400])
      expect((await close(rig, id, {}, 'viewer')).status).toBe(403)
      expect((await close(rig, 'nowhere')).status).toBe(404)
      expect((await rig.request('POST', `/api/venues/${id}/closures/none/end`)).status).toBe(404)
      expect(await list(rig, id)).toEqual([])
    })
  })
})
