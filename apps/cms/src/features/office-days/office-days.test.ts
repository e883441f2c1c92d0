import { dayKinds } from '@akari/programme'
import { OfficeDaysView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { holidaysOf } from '../holidays/holidays.service.ts'
import { startContentRig } from '../testing/content-rig.ts'

onEachDatabase((open) => {
  describe('the days of the city hall', () => {
    it('are closed on weekends, holidays and around the new year until somebody says otherwise', async () => {
      const rig = await startContentRig(open)
      rig.state.holidays = holidaysOf([2026, 2027]).holidays
      const { calendar } = await rig.timing()
      const kindsOf = (date: string) => [...dayKinds(calendar, date)]
      expect(kindsOf('2026-11-02')).toEqual([])
      expect(kindsOf('2026-11-03')).toEqual(['holiday', 'closed'])
      expect(kindsOf('2026-11-07')).toEqual(['closed'])
      expect(kindsOf('2026-12-29')).toEqual(['closed', 'yearEnd'])
      expect(kindsOf('2027-01-01')).toEqual(['holiday', 'closed', 'yearEnd'])
      expect(kindsOf('2027-01-04')).toEqual([])
      expect((await rig.request('GET', '/api/office-days')).body).toMatchObject({ version: 0, updatedAt: null })
    })

    it('take closed and open dates, once each and in order, and reach the rules', async () => {
      const rig = await startContentRig(open)
      const held = OfficeDaysView.parse((await rig.request('GET', '/api/office-days')).body)
      const body = { ...held, closedDates: ['2026-12-10', '2026-11-30', '2026-11-30'], openDates: ['2026-11-22'] }
      const saved = await rig.request('PUT', '/api/office-days', { body })
      expect(saved.body).toMatchObject({
        closedDates: ['2026-11-30', '2026-12-10'],
        openDates: ['2026-11-22'],
        version: 1,
      })
      const { calendar } = await rig.timing()
      expect(dayKinds(calendar, '2026-11-22').has('closed')).toBe(false)
      expect(dayKinds(calendar, '2026-11-30').has('closed')).toBe(true)
      expect(rig.state.audited).toEqual(['office-days.change'])
      expect(rig.state.auditDetails[0]).toMatchObject({ closed: ['2026-11-30', '2026-12-10'], open: ['2026-11-22'] })
      expect(rig.state.announced).toEqual(['schedule'])
    })

    it('refuse an older version, also where nobody had saved any', async () => {
      const rig = await startContentRig(open)
      const held = OfficeDaysView.parse((await rig.request('GET', '/api/office-days')).body)
      const save = (version: number) => rig.request('PUT', '/api/office-days', { body: { ...held, version } })
      expect((await save(0)).status).toBe(200)
      expect(await save(0)).toMatchObject({ status: 409, body: { code: 'conflict' } })
      expect((await save(1)).body).toMatchObject({ version: 2 })
      expect((await save(1)).status).toBe(409)
    })

    it('are not closed and open at once', async () => {
      const rig = await startContentRig(open)
      const held = OfficeDaysView.parse((await rig.request('GET', '/api/office-days')).body)
      const body = { ...held, closedDates: ['2026-12-10'], openDates: ['2026-12-10'] }
      const answer = await rig.request('PUT', '/api/office-days', { body })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'openDates' }] } })
      expect((await rig.request('PUT', '/api/office-days', { as: 'viewer', body: held })).status).toBe(403)
    })
  })
})
