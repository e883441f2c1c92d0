import { EntryView, PlaylistView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { EVERY_DAY } from '../testing/content-samples.ts'

async function entryFor(rig: ContentRig) {
  const body = { name: 'ロビー通常', items: [], version: 0 }
  const playlist = PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body)
  const targets = { displayIds: ['lobby'], groups: ['待合'] }
  return { name: '開庁時間', playlistId: playlist.id, targets, priority: 'raised', rule: EVERY_DAY, version: 0 }
}

onEachDatabase((open) => {
  describe('schedule entries', () => {
    it('are created, changed and deleted, and come back as they went in', async () => {
      const rig = await startContentRig(open)
      const input = { ...(await entryFor(rig)), rule: { ...EVERY_DAY, exdates: ['2026-12-29T08:30'] } }
      const created = EntryView.parse((await rig.request('POST', '/api/entries', { body: input })).body)
      expect(created).toMatchObject({ ...input, version: 1 })
      const changed = await rig.request('PUT', `/api/entries/${created.id}`, { body: { ...created, priority: 'top' } })
      expect(changed.body).toMatchObject({ priority: 'top', version: 2 })
      expect((await rig.request('GET', '/api/entries', { as: 'disaster' })).body).toEqual([changed.body])
      expect((await rig.request('PUT', `/api/entries/${created.id}`, { body: created })).status).toBe(409)
      expect((await rig.request('DELETE', `/api/entries/${created.id}`)).status).toBe(204)
      expect((await rig.request('DELETE', `/api/entries/${created.id}`)).status).toBe(404)
      expect(rig.state.audited.slice(1)).toEqual(['entry.create', 'entry.change', 'entry.delete'])
    })

    it('keep everything a schedule entry can say', async () => {
      const rig = await startContentRig(open)
      const input = {
        ...(await entryFor(rig)),
        targets: { displayIds: [], groups: [], where: { all: [{ tag: '縦型' }, { not: { group: '屋外' } }] } },
        rule: { ...EVERY_DAY, allDay: true, days: { only: null, except: ['closed'] }, from: '2026-04-01' },
        order: 2,
        role: { kind: 'interrupt', share: { percent: 10 }, maxPlaysPerHour: 6 },
        conditions: [{ value: 'temperature', is: { atLeast: 31 } }],
        onHigher: 'pause',
      }
      const created = EntryView.parse((await rig.request('POST', '/api/entries', { body: input })).body)
      expect(created).toMatchObject({ ...input, version: 1 })
      expect((await rig.request('GET', '/api/entries')).body).toEqual([created])
      const plain = { ...(await entryFor(rig)), version: created.version }
      await rig.request('PUT', `/api/entries/${created.id}`, { body: plain })
      const [held] = EntryView.array().parse((await rig.request('GET', '/api/entries')).body)
      expect(Object.keys(held ?? {}).sort()).toEqual(
        ['id', 'name', 'playlistId', 'priority', 'rule', 'targets', 'updatedAt', 'version'].sort(),
      )
    })

    it.each([
      ['30 February', { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, '一度も表示されません'],
      ['an unknown zone', { timeZone: 'Asia/Edo' }, 'Asia/Edo'],
      ['nonsense', { rrule: 'FREQ=SOMETIMES' }, '読み取れません'],
      ['two ends at once', { rrule: 'FREQ=DAILY;COUNT=2;UNTIL=20300101' }, '食い違って'],
      ['days that never come', { days: { only: ['closed'], except: ['closed'] } }, '条件'],
      ['a daypart that nobody made', { daypartId: 'office' }, '登録されていません'],
    ])('refuse %s with the reason', async (_name, rule, reason) => {
      const rig = await startContentRig(open)
      const body = { ...(await entryFor(rig)), rule: { ...EVERY_DAY, ...rule } }
      const answer = await rig.request('POST', '/api/entries', { body })
      expect(answer).toMatchObject({ status: 422, body: { code: 'rule-refused' } })
      expect(answer.body).toHaveProperty('detail', expect.stringContaining(reason))
      expect((await rig.request('GET', '/api/entries')).body).toEqual([])
    })

    it('name a playlist that exists and at least one display or group', async () => {
      const rig = await startContentRig(open)
      const entry = await entryFor(rig)
      const unknown = await rig.request('POST', '/api/entries', { body: { ...entry, playlistId: 'none' } })
      expect(unknown).toMatchObject({ status: 400, body: { errors: [{ path: 'playlistId' }] } })
      const targets = { displayIds: [], groups: [] }
      const aimless = await rig.request('POST', '/api/entries', { body: { ...entry, targets } })
      expect(aimless).toMatchObject({ status: 400, body: { errors: [{ path: 'targets' }] } })
    })
  })
})
