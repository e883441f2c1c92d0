import { DaypartView, EntryView, PlaylistView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { startContentRig } from '../testing/content-rig.ts'
import { display, EVERY_DAY, item, notice } from '../testing/content-samples.ts'

const OFFICE = {
  name: '開庁時間',
  times: [{ start: '08:30', end: '17:15' }],
  exceptions: [{ weekdays: ['TU'], times: [{ start: '08:30', end: '20:00' }] }],
  version: 0,
}

onEachDatabase((open) => {
  describe('dayparts', () => {
    it('are made, changed and deleted, each under a name of its own', async () => {
      const rig = await startContentRig(open)
      const made = DaypartView.parse((await rig.request('POST', '/api/dayparts', { body: OFFICE })).body)
      expect(made).toMatchObject({ ...OFFICE, version: 1, usedIn: [] })
      const twice = await rig.request('POST', '/api/dayparts', { body: OFFICE })
      expect(twice).toMatchObject({ status: 409, body: { code: 'already-exists' } })
      const changed = await rig.request('PUT', `/api/dayparts/${made.id}`, { body: { ...made, name: '窓口時間' } })
      expect(changed.body).toMatchObject({ name: '窓口時間', version: 2 })
      const stale = await rig.request('PUT', `/api/dayparts/${made.id}`, { body: made })
      expect(stale).toMatchObject({ status: 409, body: { code: 'conflict' } })
      const other = DaypartView.parse((await rig.request('POST', '/api/dayparts', { body: OFFICE })).body)
      const taken = await rig.request('PUT', `/api/dayparts/${other.id}`, { body: { ...other, name: '窓口時間' } })
      expect(taken).toMatchObject({ status: 409, body: { code: 'already-exists' } })
      expect((await rig.request('DELETE', `/api/dayparts/${other.id}`)).status).toBe(204)
      expect((await rig.request('DELETE', `/api/dayparts/${other.id}`)).status).toBe(404)
      expect((await rig.request('PUT', `/api/dayparts/${other.id}`, { body: other })).status).toBe(404)
      expect((await rig.request('GET', '/api/dayparts', { as: 'viewer' })).body).toEqual([changed.body])
      expect(rig.state.audited).toEqual(['daypart.create', 'daypart.change', 'daypart.create', 'daypart.delete'])
      expect(rig.state.announced).toContain('schedule')
    })

    it('reach the displays with the entries that keep to them, and stay while there are any', async () => {
      const rig = await startContentRig(open)
      rig.state.displays = [display('lobby')]
      const daypart = DaypartView.parse((await rig.request('POST', '/api/dayparts', { body: OFFICE })).body)
      const items = [item('1', notice('窓口'))]
      const list = { name: '窓口', items, version: 0 }
      const playlist = PlaylistView.parse((await rig.request('POST', '/api/playlists', { body: list })).body)
      const entry = {
        name: '窓口案内',
        playlistId: playlist.id,
        targets: { displayIds: ['lobby'], groups: [] },
        priority: 'normal',
        rule: { ...EVERY_DAY, daypartId: daypart.id },
        version: 0,
      }
      const made = EntryView.parse((await rig.request('POST', '/api/entries', { body: entry })).body)
      await rig.request('POST', '/api/programme/publish?wait=60', { as: 'admin' })
      const published = await rig.request('GET', '/api/displays/lobby/programme')
      expect(published.body).toMatchObject({
        dayparts: [{ id: daypart.id, name: '開庁時間', times: OFFICE.times, exceptions: OFFICE.exceptions }],
      })
      const [held] = DaypartView.array().parse((await rig.request('GET', '/api/dayparts')).body)
      expect(held?.usedIn).toEqual([{ entryId: made.id, name: '窓口案内' }])
      const refused = await rig.request('DELETE', `/api/dayparts/${daypart.id}`)
      expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('「窓口案内」'))
    })

    it('are refused without any time, and with times that overlap', async () => {
      const rig = await startContentRig(open)
      const saying = async (body: object) => {
        const answer = await rig.request('POST', '/api/dayparts', { body: { ...OFFICE, exceptions: [], ...body } })
        expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } })
        return answer.body
      }
      expect(await saying({ times: [] })).toHaveProperty('detail', expect.stringContaining('時刻が一つもありません'))
      const times = [
        { start: '08:30', end: '12:00' },
        { start: '11:00', end: '13:00' },
      ]
      expect(await saying({ times })).toHaveProperty('detail', expect.stringContaining('11:00〜13:00'))
      expect((await rig.request('POST', '/api/dayparts', { as: 'viewer', body: OFFICE })).status).toBe(403)
    })
  })
})
