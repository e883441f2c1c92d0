import { SoundHoursView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { startContentRig } from '../testing/content-rig.ts'
import { display } from '../testing/content-samples.ts'

const LOBBY = { displayIds: [], groups: ['ロビー'] }
const times = (start: string) => ({
  weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start, end: '13:00' }] }],
  exceptions: [{ days: ['closed'], times: [] }],
})
const lunch = { name: '昼休み', volume: 40, targets: LOBBY, times: times('12:00'), position: 1, version: 0 }

onEachDatabase((open) => {
  describe('sound hours', () => {
    it('are set, changed and taken away, and an old version is refused', async () => {
      const rig = await startContentRig(open)
      const made = SoundHoursView.parse((await rig.request('POST', '/api/sound-hours', { body: lunch })).body)
      const first = { ...lunch, name: '式典', position: 0 }
      const before = (await rig.request('POST', '/api/sound-hours', { body: first })).body
      expect((await rig.request('GET', '/api/sound-hours', { as: 'viewer' })).body).toEqual([before, made])
      const louder = { ...lunch, volume: 55, version: 1 }
      const changed = await rig.request('PUT', `/api/sound-hours/${made.id}`, { body: louder })
      expect(changed.body).toMatchObject({ volume: 55, version: 2 })
      expect((await rig.request('PUT', `/api/sound-hours/${made.id}`, { body: louder })).status).toBe(409)
      expect((await rig.request('DELETE', `/api/sound-hours/${made.id}`)).status).toBe(204)
      expect((await rig.request('DELETE', `/api/sound-hours/${made.id}`)).status).toBe(404)
      expect(rig.state.audited).toEqual(['sound.create', 'sound.create', 'sound.change', 'sound.delete'])
    })

    it('reach the displays that they are for, in their order, with the calendar that they ask for', async () => {
      const rig = await startContentRig(open)
      rig.state.displays = [display('lobby', { groups: ['ロビー'] }), display('outside')]
      await rig.request('POST', '/api/sound-hours', { body: lunch })
      await rig.request('POST', '/api/sound-hours', { body: { ...lunch, name: '式典', position: 0, volume: 0 } })
      await rig.request('POST', '/api/programme/publish?wait=60', { as: 'admin' })
      const lobby = await rig.request('GET', '/api/displays/lobby/programme')
      expect(lobby.body).toMatchObject({
        sound: [
          { name: '式典', volume: 0 },
          { name: '昼休み', volume: 40, times: lunch.times },
        ],
        calendar: { closedWeekdays: ['SA', 'SU'] },
      })
      const outside = await rig.request('GET', '/api/displays/outside/programme')
      expect(outside.body).not.toHaveProperty('sound')
    })

    it('are refused without a display, with times that overlap, and for displays of others', async () => {
      const rig = await startContentRig(open)
      rig.state.displays = [display('lobby', { groups: ['ロビー'] })]
      const post = (changes: object, groups?: string[]) =>
        rig.request('POST', '/api/sound-hours', { body: { ...lunch, ...changes }, ...(groups && { groups }) })
      expect(await post({ targets: { displayIds: [], groups: [] } })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'targets' }] },
      })
      const twice = [
        { start: '12:00', end: '13:00' },
        { start: '12:30', end: '14:00' },
      ]
      const overlapping = { weekly: [{ weekdays: ['MO'], times: twice }], exceptions: [] }
      expect(await post({ times: overlapping })).toMatchObject({ status: 400, body: { errors: [{ path: 'times' }] } })
      expect((await post({ volume: 101 })).status).toBe(400)
      expect(await post({}, ['屋外'])).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    })
  })
})
