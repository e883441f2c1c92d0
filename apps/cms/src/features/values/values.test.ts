import { ApiTokenWithSecret, Explanation, LiveValues, type TokenScope, ValueView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Caller, onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'
import { inEveryLanguage } from '../testing/content-samples.ts'

const WithId = z.object({ id: z.string() })
const ALL_DAY = { start: '2026-01-01T00:00', durationMinutes: 1440, timeZone: 'Asia/Tokyo', exdates: [], rdates: [] }
const Views = z.array(ValueView)
const HOUR_S = 3600

async function token(cms: RunningCms, scope: TokenScope): Promise<Caller> {
  const made = await cms.call('POST', '/api/tokens', { body: { name: scope, scopes: [scope] }, as: cms.local })
  return { bearer: ApiTokenWithSecret.parse(made.body).secret }
}

async function told(cms: RunningCms, name: string, value: number | string, as: Caller, changes = {}) {
  const body = { value, observedAt: new Date().toISOString(), validForSeconds: HOUR_S, ...changes }
  return cms.call('PUT', `/api/values/${name}`, { body, as })
}

const audited = async (cms: RunningCms) =>
  z
    .array(z.object({ action: z.string(), subject: z.string() }))
    .parse((await cms.call('GET', '/api/audit', { as: cms.local })).body)
    .filter(({ action }) => action.startsWith('value.'))

onEachEngine((start) => {
  describe('live values', () => {
    it('are told by a token of their own scope and by staff, and are listed with their age', async () => {
      const cms = await start()
      const [machine, viewer] = [await token(cms, 'values:write'), await signedIn(cms, 'mori', 'viewer')]
      const observedAt = new Date(Date.now() - 90_000).toISOString()
      expect((await told(cms, 'temperature', 31.5, machine, { observedAt, unit: '℃' })).status).toBe(200)
      expect((await told(cms, 'bus-service', 'delayed', cms.local, { observedAt, validForSeconds: 60 })).status).toBe(
        200,
      )
      const views = Views.parse((await cms.call('GET', '/api/values', { as: viewer })).body)
      expect(views.find(({ name }) => name === 'temperature')).toMatchObject({
        reserved: true,
        latest: { value: 31.5, unit: '℃', fresh: true, by: 'token:values:write' },
      })
      expect(views.find(({ name }) => name === 'temperature')?.latest?.ageSeconds).toBeGreaterThanOrEqual(90)
      expect(views.find(({ name }) => name === 'bus-service')?.latest?.fresh).toBe(false)
      expect(views.find(({ name }) => name === 'weather')).toEqual({ name: 'weather', reserved: true, latest: null })
    })

    it('are refused with a sentence that says why', async () => {
      const cms = await start()
      const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
      expect((await told(cms, 'temperature', 20, await token(cms, 'metrics:read'))).status).toBe(403)
      expect((await told(cms, 'temperature', 20, await signedIn(cms, 'mori', 'viewer'))).status).toBe(403)
      await told(cms, 'temperature', 30, cms.local)
      const refusals = [
        [await told(cms, 'alert-level', 5, cms.local), '自動で決める'],
        [await told(cms, 'weather', 'hail', cms.local), 'sunny, cloudy, rain, snow, storm'],
        [await told(cms, 'temperature', 'hot', cms.local), '-60–60'],
        [await told(cms, 'temperature', 20, cms.local, { observedAt: inAnHour }), '時計'],
        [await told(cms, 'temperature', 20, cms.local, { observedAt: '2026-01-01T09:00:00+09:00' }), 'より新しい'],
      ] as const
      for (const [answer, why] of refusals) {
        expect(answer).toMatchObject({ status: 422, body: { code: 'value-refused' } })
        expect(answer.body).toHaveProperty('detail', expect.stringContaining(why))
      }
      const views = Views.parse((await cms.call('GET', '/api/values', { as: cms.local })).body)
      expect(views.find(({ name }) => name === 'temperature')?.latest?.value).toBe(30)
    })

    it('are in the audit log when people tell them, and once when a machine begins to', async () => {
      const cms = await start()
      const machine = await token(cms, 'values:write')
      for (const value of [20, 21, 22]) await told(cms, 'temperature', value, machine)
      for (const value of ['rain', 'snow']) await told(cms, 'weather', value, cms.local)
      expect((await cms.call('DELETE', '/api/values/weather', { as: cms.local })).status).toBe(204)
      expect((await cms.call('DELETE', '/api/values/weather', { as: cms.local })).status).toBe(404)
      expect((await audited(cms)).map(({ action, subject }) => `${action} ${subject}`).toSorted()).toEqual([
        'value.delete weather',
        'value.put temperature',
        'value.put weather',
        'value.put weather',
      ])
    })

    it('reach displays as one numbered state, at once over the socket and by asking', async () => {
      const cms = await start()
      const player = await pairedPlayer(cms)
      const { socket } = await connectPlayer(cms, player)
      const heard: LiveValues[] = []
      socket.on('values.state', (state) => heard.push(LiveValues.parse(state)))
      await told(cms, 'temperature', 30, cms.local)
      await told(cms, 'weather', 'rain', cms.local)
      await expect
        .poll(() => heard.at(-1)?.values, { timeout: 5000 })
        .toMatchObject({ temperature: { value: 30 }, weather: { value: 'rain' } })
      const asked = await cms.call('GET', '/api/player/values', { as: { bearer: player.token } })
      // The level of alert is looked at every second, which may give another number in between.
      const numbered = LiveValues.parse(asked.body).revision
      await expect.poll(() => heard.map(({ revision }) => revision)).toContain(numbered)
      await cms.call('DELETE', '/api/values/weather', { as: cms.local })
      await expect.poll(() => heard.at(-1)?.values['weather'], { timeout: 5000 }).toBeUndefined()
      expect(heard.map(({ revision }) => revision)).toEqual(
        heard.map(({ revision }) => revision).toSorted((a, b) => a - b),
      )
    })

    it('are what the explanation of a display goes by, as the display does', async () => {
      const cms = await start()
      const { displayId } = await pairedPlayer(cms)
      const post = async (path: string, body: unknown) => (await cms.call('POST', path, { body, as: cms.local })).body
      const scene = { kind: 'notice', title: inEveryLanguage('熱中症に注意'), body: inEveryLanguage('水分を') }
      const items = [{ id: 'heat', seconds: 10, scene, validFrom: null, validUntil: null }]
      const { id: playlistId } = WithId.parse(await post('/api/playlists', { name: '暑さ', items, version: 0 }))
      await post('/api/entries', {
        name: '暑い日',
        playlistId,
        targets: { displayIds: [displayId], groups: [] },
        priority: 'normal',
        rule: { ...ALL_DAY, rrule: 'FREQ=DAILY' },
        conditions: [{ value: 'temperature', is: { atLeast: 31 } }],
        version: 0,
      })
      await post('/api/programme/publish?wait=60', {})
      const layer = async () => {
        const answer = await cms.call('GET', `/api/programme/explain?display=${displayId}`, { as: cms.local })
        return Explanation.parse(answer.body).layer
      }
      expect(await layer()).toBe('fallback')
      await told(cms, 'temperature', 33, cms.local)
      await expect.poll(layer, { timeout: 5000 }).toBe('scheduled')
    })

    it('hold the alert level that the server itself sees in the alerts in force', async () => {
      const cms = await start()
      const level = async () => {
        const views = Views.parse((await cms.call('GET', '/api/values', { as: cms.local })).body)
        return views.find(({ name }) => name === 'alert-level')?.latest?.value
      }
      await expect.poll(level, { timeout: 5000 }).toBe(0)
      const message = {
        channel: 'live',
        draft: { kind: 'evacuation', order: 'order', hazard: 'flood', area: { kind: 'whole' }, shelterIds: [] },
        target: { kind: 'all' },
        minutes: null,
        corrects: null,
      }
      const sato = await signedIn(cms, 'sato', 'disaster')
      const kato = await signedIn(cms, 'kato', 'disaster')
      await cms.call('POST', '/api/alerts/proposals', { body: { id: 'one', message }, as: sato })
      expect((await cms.call('POST', '/api/alerts/proposals/one/confirm', { as: kato })).status).toBe(200)
      await expect.poll(level, { timeout: 5000 }).toBe(4)
    })
  })
})
