import { HoursView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { startContentRig } from '../testing/content-rig.ts'
import { display } from '../testing/content-samples.ts'

function hoursOf(of: object, start: string) {
  const weekly = [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start, end: '20:00' }] }]
  return { of, position: 0, hours: { weekly, exceptions: [{ days: ['closed'], times: [] }] }, version: 0 }
}

const LOBBY = { kind: 'group', group: 'ロビー' }

onEachDatabase((open) => {
  describe('operating hours', () => {
    it('are set for a group or a display, changed and taken away', async () => {
      const rig = await startContentRig(open)
      const made = HoursView.parse(
        (await rig.request('POST', '/api/operating-hours', { body: hoursOf(LOBBY, '08:00') })).body,
      )
      const own = await rig.request('POST', '/api/operating-hours', {
        body: hoursOf({ kind: 'display', displayId: 'outside' }, '06:00'),
      })
      expect((await rig.request('GET', '/api/operating-hours', { as: 'viewer' })).body).toEqual([made, own.body])
      const twice = await rig.request('POST', '/api/operating-hours', { body: hoursOf(LOBBY, '09:00') })
      expect(twice).toMatchObject({ status: 409, body: { code: 'already-exists' } })
      const later = { ...hoursOf(LOBBY, '09:00'), position: 3, version: 1 }
      const changed = await rig.request('PUT', `/api/operating-hours/${made.id}`, { body: later })
      expect(changed.body).toMatchObject({ position: 3, version: 2, hours: later.hours })
      expect((await rig.request('PUT', `/api/operating-hours/${made.id}`, { body: later })).status).toBe(409)
      expect((await rig.request('DELETE', `/api/operating-hours/${made.id}`)).status).toBe(204)
      expect((await rig.request('DELETE', `/api/operating-hours/${made.id}`)).status).toBe(404)
      expect(rig.state.audited).toEqual(['hours.create', 'hours.create', 'hours.change', 'hours.delete'])
    })

    it('reach the displays, with the calendar that they ask for', async () => {
      const rig = await startContentRig(open)
      rig.state.displays = [display('lobby', { groups: ['ロビー'] }), display('outside')]
      await rig.request('POST', '/api/operating-hours', { body: hoursOf(LOBBY, '08:00') })
      await rig.request('POST', '/api/programme/publish?wait=60', { as: 'admin' })
      const lobby = await rig.request('GET', '/api/displays/lobby/programme')
      expect(lobby.body).toMatchObject({
        hours: hoursOf(LOBBY, '08:00').hours,
        calendar: { closedWeekdays: ['SA', 'SU'] },
      })
      const outside = await rig.request('GET', '/api/displays/outside/programme')
      expect(outside.body).not.toHaveProperty('hours')
    })

    it('are refused with times that overlap', async () => {
      const rig = await startContentRig(open)
      const { hours, ...rest } = hoursOf(LOBBY, '08:00')
      const times = [
        { start: '08:00', end: '20:00' },
        { start: '19:00', end: '21:00' },
      ]
      const body = { ...rest, hours: { ...hours, weekly: [{ weekdays: ['MO'], times }] } }
      const answer = await rig.request('POST', '/api/operating-hours', { body })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'hours' }] } })
    })
  })
})
