import { PlaylistView, Programme, TakeoverView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, item, notice } from '../testing/content-samples.ts'

const LOBBY = { displayIds: [], groups: ['ロビー'] }

/** A lobby and an outdoor display that show their everyday playlist, published. */
async function published(rig: ContentRig) {
  const playlistOf = async (name: string, text: string | null) => {
    const items = text === null ? [] : [item('1', notice(text))]
    return PlaylistView.parse((await rig.request('POST', '/api/playlists', { body: { name, items, version: 0 } })).body)
  }
  const [everyday, council, empty] = [
    await playlistOf('ふだん', 'ようこそ'),
    await playlistOf('議会', '開会中'),
    await playlistOf('空', null),
  ]
  rig.state.displays = [
    display('lobby', { groups: ['ロビー'], defaultPlaylistId: everyday.id }),
    display('outside', { groups: ['屋外'], defaultPlaylistId: everyday.id }),
  ]
  await rig.request('POST', '/api/programme/publish?wait=60', { as: 'admin' })
  rig.state.published.length = 0
  rig.state.audited.length = 0
  return { everyday, council, empty }
}

async function programmeOf(rig: ContentRig, id: string): Promise<Programme> {
  return Programme.parse((await rig.request('GET', `/api/displays/${id}/programme`)).body)
}

function takeover(playlistId: string, changes: object = {}) {
  const endsAt = '2026-11-22T01:00:00Z'
  return { name: '臨時議会', playlistId, targets: LOBBY, startsAt: null, endsAt, noticeSeconds: 10, ...changes }
}

onEachDatabase((open) => {
  describe('takeovers', () => {
    it('are on their displays at once, without anything else that staff have drafted', async () => {
      const rig = await startContentRig(open)
      const { everyday, council } = await published(rig)
      const before = await programmeOf(rig, 'lobby')
      const drafted = { ...everyday, items: [item('1', notice('下書き'))] }
      await rig.request('PUT', `/api/playlists/${everyday.id}`, { body: drafted })
      const answer = await rig.request('POST', '/api/takeovers', { as: 'approver', body: takeover(council.id) })
      const started = TakeoverView.parse(answer.body)
      expect(started).toMatchObject({ state: 'running', playlistName: '議会', startsAt: '2026-11-22T00:00:00.000Z' })
      const now = await programmeOf(rig, 'lobby')
      expect(now.takeovers).toMatchObject([{ id: started.id, name: '臨時議会', endsAt: '2026-11-22T01:00:00.000Z' }])
      expect(now.playlists.filter(({ id }) => id === everyday.id)).toEqual(before.playlists)
      expect(now.revision).toBeGreaterThan(before.revision)
      expect(rig.state.published).toEqual([['lobby', now.revision]])
      expect(rig.state.announced).toContain('programme')
      expect(rig.state.audited).toContain('takeover.start')
      const draft = await rig.request('GET', '/api/programme/draft')
      expect(draft.body).toMatchObject({ changed: [{ displayId: 'lobby' }, { displayId: 'outside' }] })
      const drafts = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme/draft')).body)
      expect(drafts.takeovers).toEqual(now.takeovers)
      expect(drafts.playlists).not.toEqual(now.playlists)
    })

    it('play their playlist as it was when they were started', async () => {
      const rig = await startContentRig(open)
      const { council } = await published(rig)
      await rig.request('POST', '/api/takeovers', { as: 'admin', body: takeover(council.id) })
      await rig.request('PUT', `/api/playlists/${council.id}`, { body: { ...council, items: [] } })
      await rig.request('POST', '/api/programme/publish?wait=60', { as: 'admin' })
      const now = await programmeOf(rig, 'lobby')
      const own = now.playlists.find(({ id }) => id === now.takeovers?.[0]?.playlistId)
      expect(own?.items).toHaveLength(1)
    })

    it('end with one word, and leave what was published before', async () => {
      const rig = await startContentRig(open)
      const { council } = await published(rig)
      const { revision: _before, publishedAt: _at, ...content } = await programmeOf(rig, 'lobby')
      const body = takeover(council.id)
      const started = TakeoverView.parse((await rig.request('POST', '/api/takeovers', { as: 'admin', body })).body)
      rig.state.now = new Date('2026-11-22T00:10:00Z')
      const ended = await rig.request('POST', `/api/takeovers/${started.id}/end`, { as: 'disaster' })
      expect(ended.body).toMatchObject({ state: 'ended', endsAt: '2026-11-22T00:10:00.000Z', endedBy: 'user:disaster' })
      expect(await programmeOf(rig, 'lobby')).toMatchObject(content)
      expect(await programmeOf(rig, 'lobby')).not.toHaveProperty('takeovers')
      const again = await rig.request('POST', `/api/takeovers/${started.id}/end`, { as: 'admin' })
      expect(again.body).toEqual(ended.body)
      expect(rig.state.audited.filter((action) => action === 'takeover.end')).toHaveLength(1)
      expect((await rig.request('GET', '/api/takeovers', { as: 'viewer' })).body).toEqual([ended.body])
      expect((await rig.request('POST', '/api/takeovers/none/end', { as: 'admin' })).status).toBe(404)
    })

    it('end later or earlier, by the newest version only', async () => {
      const rig = await startContentRig(open)
      const { council } = await published(rig)
      const body = takeover(council.id)
      const started = TakeoverView.parse((await rig.request('POST', '/api/takeovers', { as: 'admin', body })).body)
      const to = (endsAt: string, version: number) =>
        rig.request('PATCH', `/api/takeovers/${started.id}`, { as: 'admin', body: { endsAt, version } })
      expect((await to('2026-11-22T02:00:00Z', 1)).body).toMatchObject({
        endsAt: '2026-11-22T02:00:00.000Z',
        version: 2,
      })
      expect((await programmeOf(rig, 'lobby')).takeovers?.[0]?.endsAt).toBe('2026-11-22T02:00:00.000Z')
      expect((await to('2026-11-22T03:00:00Z', 1)).status).toBe(409)
      expect((await to('2026-11-21T03:00:00Z', 2)).status).toBe(400)
    })

    it('leave the programmes when their time is over, and nothing is told when there is nothing to do', async () => {
      const rig = await startContentRig(open)
      const { council } = await published(rig)
      await rig.request('POST', '/api/takeovers', { as: 'admin', body: takeover(council.id) })
      rig.state.published.length = 0
      await rig.takeovers.housekeep()
      expect(rig.state.published).toEqual([])
      rig.state.now = new Date('2026-11-22T01:00:00Z')
      await rig.takeovers.housekeep()
      expect(rig.state.published.map(([id]) => id)).toEqual(['lobby'])
      expect(await programmeOf(rig, 'lobby')).not.toHaveProperty('takeovers')
      const [over] = TakeoverView.array().parse((await rig.request('GET', '/api/takeovers')).body)
      expect(over).toMatchObject({ state: 'ended', endedBy: null })
    })

    it('are refused when they could show nothing, and to those whose work is looked over', async () => {
      const rig = await startContentRig(open)
      const { council, empty } = await published(rig)
      const refused = async (playlistId: string, changes: object) => {
        const answer = await rig.request('POST', '/api/takeovers', { as: 'admin', body: takeover(playlistId, changes) })
        expect(answer.status).toBe(400)
        return answer.body
      }
      expect(await refused('none', {})).toMatchObject({ errors: [{ path: 'playlistId' }] })
      expect(await refused(empty.id, {})).toMatchObject({ errors: [{ path: 'playlistId' }] })
      const nowhere = { targets: { displayIds: [], groups: ['地下'] } }
      expect(await refused(council.id, nowhere)).toMatchObject({ errors: [{ path: 'targets' }] })
      expect(await refused(council.id, { endsAt: '2026-11-21T00:00:00Z' })).toMatchObject({
        errors: [{ path: 'endsAt' }],
      })
      expect(await refused(council.id, { endsAt: '2027-11-21T00:00:00Z' })).toMatchObject({
        errors: [{ path: 'endsAt' }],
      })
      const byEditor = await rig.request('POST', '/api/takeovers', { as: 'editor', body: takeover(council.id) })
      expect(byEditor.status).toBe(403)
      expect((await rig.request('GET', '/api/takeovers')).body).toEqual([])
    })
  })
})
