import { EntryView, PlaylistView, ScheduleCheckResult, ScheduleConflicts } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, EVERY_DAY } from '../testing/content-samples.ts'

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
      ['a start every minute', { rrule: 'FREQ=MINUTELY' }, '終わりがなく'],
      ['an end before the start', { from: '2026-12-01', until: '2026-11-01' }, '始まりより前'],
      ['whole days at a time of day', { allDay: true, daypartId: 'office' }, '一緒に使えません'],
      ['days that cancel each other', { days: { only: ['closed'], except: ['closed'] } }, '打ち消し合って'],
      ['days that never come', { from: '2026-05-01', until: '2026-05-01', rrule: 'FREQ=YEARLY' }, '条件'],
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

    it('are checked before they are saved: what is wrong, and what they would get in the way of', async () => {
      const rig = await startContentRig(open)
      rig.state.displays = [display('lobby'), display('waiting', { groups: ['待合'] })]
      const office = await entryFor(rig)
      const saved = EntryView.parse((await rig.request('POST', '/api/entries', { body: office })).body)
      const span = { from: '2026-11-23T00:00:00+09:00', to: '2026-11-24T00:00:00+09:00' }
      const fair = {
        ...office,
        targets: { displayIds: ['lobby'], groups: [] },
        priority: 'top',
        rule: { ...EVERY_DAY, start: '2026-11-23T10:00', durationMinutes: 60, rrule: null },
      }
      const check = async (entry: object, id: string | null = null) => {
        const answer = await rig.request('POST', '/api/schedule/check', { body: { id, entry, ...span } })
        return ScheduleCheckResult.parse(answer.body)
      }
      const found = await check(fair)
      expect(found.problems).toEqual([])
      expect(found.conflicts).toMatchObject([
        {
          from: '2026-11-23T01:00:00.000Z',
          to: '2026-11-23T02:00:00.000Z',
          displayIds: ['lobby'],
          shown: [{ entryId: 'new-entry' }],
          behind: [{ entryId: saved.id, because: 'priority' }],
        },
      ])
      expect((await check(fair, saved.id)).conflicts).toEqual([])
      const nowhere = await check({ ...fair, targets: { displayIds: [], groups: ['屋外'] } })
      expect(nowhere).toMatchObject({ problems: [{ code: 'reachesNobody', severity: 'warning' }], conflicts: [] })
      const past = await check({ ...fair, rule: { ...fair.rule, start: '2026-11-02T10:00' } })
      expect(past.problems).toMatchObject([{ code: 'is-over', severity: 'warning' }])
      const endless = await check({ ...fair, rule: { ...EVERY_DAY, durationMinutes: 1500 } })
      expect(endless.problems).toMatchObject([{ code: 'overlaps-itself', severity: 'warning' }])
      const refused = await check({ ...fair, rule: { ...fair.rule, timeZone: 'Asia/Edo' } })
      expect(refused.problems).toMatchObject([{ code: 'unknown-zone', severity: 'refused' }])
      expect(refused.problems[0]?.text.ja).toContain('Asia/Edo')
    })

    it('tell where they get in each other’s way, for a month at most', async () => {
      const rig = await startContentRig(open)
      rig.state.displays = [display('lobby')]
      const body = await entryFor(rig)
      for (const name of ['朝', '昼']) await rig.request('POST', '/api/entries', { body: { ...body, name } })
      const from = encodeURIComponent('2026-11-23T00:00:00+09:00')
      const until = (to: string) =>
        rig.request('GET', `/api/schedule/conflicts?from=${from}&to=${encodeURIComponent(to)}`)
      const { conflicts } = ScheduleConflicts.parse((await until('2026-11-25T00:00:00+09:00')).body)
      expect(conflicts.map(({ shown }) => shown.length)).toEqual([2, 2])
      expect(await until('2027-11-25T00:00:00+09:00')).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'to' }] },
      })
    })
  })
})
