import {
  Notices,
  PlaylistView,
  Programme,
  Publication,
  PublishJob,
  type Role,
  Submission,
  SubmissionDetail,
} from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, item, notice } from '../testing/content-samples.ts'
import { usersStore } from '../users/users.store.ts'

const MINUTE_MS = 60_000
const PEOPLE = ['editor', 'approver', 'admin'] as const satisfies readonly Role[]
const NAMES = { editor: '佐藤', approver: '加藤', admin: '管理者' } as const

/** An editor, an approver and an administrator, two displays with a playlist, and its first publication. */
async function office(rig: ContentRig): Promise<PlaylistView> {
  rig.state.people = PEOPLE.map((role) => ({ id: role, username: role, name: NAMES[role], role, groups: null }))
  for (const person of rig.state.people) {
    const account = { mustChangePassword: false, createdAt: rig.state.now.toISOString(), passwordHash: '' }
    await usersStore(rig.databases.main).insert({ ...person, ...account })
  }
  const body = { name: 'ロビー', items: [item('1', notice('開庁'))], version: 0 }
  const playlist = PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body)
  rig.state.displays = [
    display('lobby', { groups: ['ロビー'], defaultPlaylistId: playlist.id }),
    display('hall', { groups: ['議場'], defaultPlaylistId: playlist.id }),
  ]
  await rig.programmes.publish({ kind: 'local', ip: '' })
  return compose(rig, playlist, '休日の案内')
}

async function compose(rig: ContentRig, playlist: PlaylistView, words: string): Promise<PlaylistView> {
  rig.state.now = new Date(rig.state.now.getTime() + MINUTE_MS)
  const body = { ...playlist, items: [item('1', notice(words))] }
  return PlaylistView.parse((await rig.request('PUT', `/api/playlists/${playlist.id}`, { body })).body)
}

async function submitted(rig: ContentRig, body: object = {}, as: Role = 'editor'): Promise<string> {
  const answer = await rig.request('POST', '/api/submissions?wait=60', { as, body })
  return PublishJob.parse(answer.body).submissionId ?? ''
}

const detail = async (rig: ContentRig, id: string, as: Role = 'approver') =>
  SubmissionDetail.parse((await rig.request('GET', `/api/submissions/${id}`, { as })).body)
const decide = (rig: ContentRig, id: string, what: string, body: object, as: Role = 'approver') =>
  rig.request('POST', `/api/submissions/${id}/${what}`, { as, body })
const approve = async (rig: ContentRig, id: string, as: Role = 'approver') =>
  decide(rig, id, 'approve', { seen: (await detail(rig, id, as)).seen }, as)
const noticesOf = async (rig: ContentRig, as: Role) =>
  Notices.parse((await rig.request('GET', '/api/notices', { as })).body)
const kindsOf = async (rig: ContentRig, as: Role) => (await noticesOf(rig, as)).notices.map(({ kind }) => kind)
const shown = async (rig: ContentRig, id = 'lobby') => {
  const programme = Programme.parse((await rig.request('GET', `/api/displays/${id}/programme`)).body)
  return programme.playlists[0]?.items[0]?.scene.title.ja
}
const stateOf = async (rig: ContentRig, id: string) => (await detail(rig, id)).submission.state

onEachDatabase((open) => {
  describe('what was submitted', () => {
    it('is what is approved and published, whatever was composed in the meantime', async () => {
      const rig = await startContentRig(open)
      const playlist = await office(rig)
      const id = await submitted(rig, { comment: '連休のため' })
      await compose(rig, playlist, 'あとから変えたもの')
      const seen = await detail(rig, id)
      expect(seen).toMatchObject({
        submission: { state: 'submitted', submittedName: '佐藤', comment: '連休のため' },
        groups: [{ displays: [{ displayId: 'hall' }, { displayId: 'lobby' }], changes: [{ kind: 'playlist' }] }],
        mine: 'mayDecide',
      })
      expect(await noticesOf(rig, 'approver')).toMatchObject({
        unread: 1,
        notices: [{ kind: 'approval-waiting', words: { by: '佐藤', count: '2' }, path: `/approvals/${id}` }],
      })
      expect((await approve(rig, id)).status).toBe(204)
      expect(await shown(rig)).toBe('休日の案内')
      expect(await stateOf(rig, id)).toBe('published')
      expect(await kindsOf(rig, 'editor')).toEqual(['published'])
      const [publication] = Publication.array().parse((await rig.request('GET', '/api/programme/publications')).body)
      expect(publication).toMatchObject({ by: 'user:approver', cause: 'approved', submissionId: id })
      expect((await rig.request('GET', '/api/programme/draft')).body).toMatchObject({
        changed: [{ displayId: 'lobby' }, { displayId: 'hall' }],
      })
    })

    it('is approved by somebody else, unless one person may publish alone', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      const id = await submitted(rig, {}, 'approver')
      expect((await detail(rig, id)).mine).toBe('mayDecide')
      rig.state.people.push({ id: 'other', username: 'other', name: '伊藤', role: 'approver', groups: null })
      expect((await detail(rig, id)).mine).toBe('own')
      const refused = await approve(rig, id)
      expect(refused).toMatchObject({ status: 403, body: { code: 'approval-needed' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('「伊藤」'))
      const settings = { mayPublishAlone: true }
      expect((await rig.request('PUT', '/api/approval-settings', { body: settings })).status).toBe(403)
      expect((await rig.request('PUT', '/api/approval-settings', { as: 'admin', body: settings })).status).toBe(200)
      expect((await approve(rig, id)).status).toBe(204)
      expect(await shown(rig)).toBe('休日の案内')
    })

    it('is not decided on by editors, nor by whoever does not answer for its displays', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      const id = await submitted(rig, {}, 'admin')
      expect(await approve(rig, id, 'editor')).toMatchObject({ status: 403, body: { code: 'forbidden' } })
      const { seen } = await detail(rig, id)
      const limited = { as: 'approver', groups: ['ロビー'], body: { seen } } as const
      const refused = await rig.request('POST', `/api/submissions/${id}/approve`, limited)
      expect(refused).toMatchObject({ status: 403, body: { code: 'not-yours' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('「端末 hall」'))
      expect(await stateOf(rig, id)).toBe('submitted')
    })

    it('is approved once, by whoever of two is first', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      const id = await submitted(rig)
      const { seen } = await detail(rig, id)
      const both = await Promise.all(
        (['approver', 'admin'] as const).map((as) => decide(rig, id, 'approve', { seen }, as)),
      )
      expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 409])
      const list = Publication.array().parse((await rig.request('GET', '/api/programme/publications')).body)
      expect(list.filter(({ submissionId }) => submissionId === id)).toHaveLength(1)
    })

    it('is looked at anew when something else was published to the same displays', async () => {
      const rig = await startContentRig(open)
      const playlist = await office(rig)
      const id = await submitted(rig)
      const { seen } = await detail(rig, id)
      await compose(rig, playlist, '至急の案内')
      await rig.programmes.publish({ kind: 'local', ip: '' })
      expect(await decide(rig, id, 'approve', { seen })).toMatchObject({ status: 409, body: { code: 'not-as-seen' } })
      expect(await shown(rig)).toBe('至急の案内')
      expect((await approve(rig, id)).status).toBe(204)
      expect(await shown(rig)).toBe('休日の案内')
    })

    it('goes back with a reason, is withdrawn by its author, and is then decided on no more', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      const first = await submitted(rig)
      expect((await decide(rig, first, 'send-back', { comment: ' ' })).status).toBe(400)
      expect((await decide(rig, first, 'send-back', { comment: '日付が違います' })).status).toBe(204)
      expect((await noticesOf(rig, 'editor')).notices[0]).toMatchObject({
        kind: 'sent-back',
        words: { by: '加藤', comment: '日付が違います' },
      })
      const second = await submitted(rig)
      expect((await decide(rig, second, 'withdraw', {})).status).toBe(403)
      expect((await decide(rig, second, 'withdraw', {}, 'editor')).status).toBe(204)
      for (const id of [first, second]) {
        const { seen } = await detail(rig, id)
        expect(await decide(rig, id, 'approve', { seen })).toMatchObject({ status: 409, body: { code: 'decided' } })
      }
      expect((await detail(rig, first)).words.map(({ deed }) => deed)).toEqual(['submitted', 'sentBack'])
      expect(await shown(rig)).toBe('開庁')
    })

    it('gives way to what its author submits after it, and can be talked about', async () => {
      const rig = await startContentRig(open)
      const playlist = await office(rig)
      const first = await submitted(rig)
      await decide(rig, first, 'words', { text: '写真はどこから？' })
      await compose(rig, playlist, '直した案内')
      const second = await submitted(rig)
      expect([await stateOf(rig, first), await stateOf(rig, second)]).toEqual(['withdrawn', 'submitted'])
      expect((await detail(rig, first)).words.map(({ deed }) => deed)).toEqual(['submitted', 'commented', 'replaced'])
      expect(await kindsOf(rig, 'editor')).toEqual(['commented'])
      const list = Submission.array().parse((await rig.request('GET', '/api/submissions')).body)
      expect(list.map(({ id }) => id)).toEqual([second, first])
    })

    it('leaves out a display that was removed meanwhile, and needs something to change', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      const id = await submitted(rig)
      rig.state.displays = rig.state.displays.filter(({ id: each }) => each !== 'hall')
      expect(await detail(rig, id)).toMatchObject({
        gone: ['端末 hall'],
        groups: [{ displays: [{ displayId: 'lobby' }] }],
      })
      expect((await approve(rig, id)).status).toBe(204)
      expect(await shown(rig)).toBe('休日の案内')
      const nothing = await rig.request('POST', '/api/submissions?wait=60', { body: {} })
      expect(nothing).toMatchObject({ status: 409, body: { code: 'nothing-to-publish' } })
    })
  })

  describe('a publication at a time', () => {
    const later = (rig: ContentRig, minutes: number) => new Date(rig.state.now.getTime() + minutes * MINUTE_MS)
    const tick = (rig: ContentRig) => rig.workflow.jobs[0]?.run()

    it('happens at its time, once, and not before', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      const publishAt = later(rig, 60).toISOString()
      const id = await submitted(rig, { publishAt })
      expect((await approve(rig, id)).status).toBe(204)
      await tick(rig)
      expect([await stateOf(rig, id), await shown(rig)]).toEqual(['approved', '開庁'])
      expect(await kindsOf(rig, 'editor')).toEqual(['approved'])
      rig.state.now = later(rig, 60)
      await Promise.all([tick(rig), tick(rig)])
      expect([await stateOf(rig, id), await shown(rig)]).toEqual(['published', '休日の案内'])
      expect((await detail(rig, id)).words.map(({ deed }) => deed)).toEqual(['submitted', 'approved', 'published'])
      expect(rig.state.published.filter(([displayId]) => displayId === 'lobby')).toHaveLength(2)
      expect(await kindsOf(rig, 'editor')).toEqual(['published', 'approved'])
    })

    it('that was missed is made up for, and said to be late', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      const id = await submitted(rig, { publishAt: later(rig, 60).toISOString() })
      await approve(rig, id)
      rig.state.now = later(rig, 300)
      await tick(rig)
      expect(await shown(rig)).toBe('休日の案内')
      expect((await detail(rig, id)).words.at(-1)).toMatchObject({ deed: 'late', userId: null })
      expect(await kindsOf(rig, 'editor')).toEqual(['published-late', 'approved'])
      expect(await kindsOf(rig, 'approver')).toEqual(['published-late', 'approval-waiting'])
    })

    it('does not undo what was published after the approval: it waits for another one, and says why', async () => {
      const rig = await startContentRig(open)
      const playlist = await office(rig)
      const id = await submitted(rig, { publishAt: later(rig, 60).toISOString() })
      await approve(rig, id)
      await compose(rig, playlist, '至急の案内')
      await rig.programmes.publish({ kind: 'local', ip: '' })
      rig.state.now = later(rig, 60)
      await tick(rig)
      expect([await stateOf(rig, id), await shown(rig)]).toEqual(['submitted', '至急の案内'])
      expect(await noticesOf(rig, 'editor')).toMatchObject({
        notices: [
          { kind: 'schedule-failed', words: { why: expect.stringContaining('別の公開') } },
          { kind: 'approved' },
        ],
      })
      await tick(rig)
      expect((await kindsOf(rig, 'editor')).length).toBe(2)
    })

    it('is set by one person where no second one is needed, and never in the past', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      rig.state.people = rig.state.people.filter(({ role }) => role !== 'approver')
      const past = await rig.request('POST', '/api/submissions?wait=60', { body: { publishAt: later(rig, -1) } })
      expect(past).toMatchObject({ status: 400, body: { errors: [{ path: 'publishAt' }] } })
      const id = await submitted(rig, { publishAt: later(rig, 10) })
      expect(await stateOf(rig, id)).toBe('approved')
      rig.state.now = later(rig, 10)
      await tick(rig)
      expect(await shown(rig)).toBe('休日の案内')
    })
  })

  describe('notices', () => {
    it('are one’s own, and read one by one or all at once', async () => {
      const rig = await startContentRig(open)
      const playlist = await office(rig)
      await submitted(rig)
      await compose(rig, playlist, 'もう一度')
      await submitted(rig)
      const { notices } = await noticesOf(rig, 'approver')
      const read = (ids: readonly string[] | null, as: Role = 'approver') =>
        rig.request('POST', '/api/notices/read', { as, body: { ids } })
      await read([notices[0]?.id ?? ''], 'editor')
      expect((await noticesOf(rig, 'approver')).unread).toBe(2)
      expect((await read([notices[0]?.id ?? ''])).status).toBe(204)
      expect((await noticesOf(rig, 'approver')).unread).toBe(1)
      await read(null)
      expect((await noticesOf(rig, 'approver')).unread).toBe(0)
      expect((await noticesOf(rig, 'editor')).notices).toEqual([])
    })

    it('reach everybody of a role', async () => {
      const rig = await startContentRig(open)
      await office(rig)
      await rig.workflow.notify({ roles: ['editor', 'approver'] }, { kind: 'commented', words: {}, path: '/approvals' })
      expect([await kindsOf(rig, 'editor'), await kindsOf(rig, 'admin')]).toEqual([['commented'], []])
      expect(rig.state.announced.at(-1)).toBe('notices')
    })
  })
})
