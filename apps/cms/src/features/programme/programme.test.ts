import { PlaylistView, Programme, PublishJob, PublishResult } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, EVERY_DAY, item, notice } from '../testing/content-samples.ts'

/** Two displays, each with a playlist of its own: the lobby's by schedule, the hall's by default. */
async function twoDisplays(rig: ContentRig): Promise<{ lobby: PlaylistView; hall: PlaylistView }> {
  const playlist = async (name: string) => {
    const body = { name, items: [item('1', notice(name))], version: 0 }
    return PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body)
  }
  const [lobby, hall] = [await playlist('ロビー'), await playlist('議場前')]
  const targets = { displayIds: [], groups: ['1階'] }
  const entry = { name: '開庁時間', playlistId: lobby.id, targets, priority: 'normal', rule: EVERY_DAY, version: 0 }
  await rig.request('POST', '/api/entries', { body: entry })
  rig.state.displays = [display('lobby', { groups: ['1階'] }), display('hall', { defaultPlaylistId: hall.id })]
  return { lobby, hall }
}

async function published(rig: ContentRig): Promise<PublishResult> {
  const answer = await rig.request('POST', '/api/programme/publish?wait=60')
  expect(answer.status).toBe(200)
  return PublishResult.parse(PublishJob.parse(answer.body).result)
}

onEachDatabase((open) => {
  describe('publishing', () => {
    it('gives every display its programme and says which changed', async () => {
      const rig = await startContentRig(open)
      await twoDisplays(rig)
      expect((await rig.request('GET', '/api/programme/draft', { as: 'viewer' })).body).toMatchObject({
        publishedAt: null,
        changed: [{ displayId: 'lobby', name: '端末 lobby' }, { displayId: 'hall' }],
      })
      const revision = rig.state.now.getTime()
      expect(await published(rig)).toEqual({
        publishedAt: rig.state.now.toISOString(),
        displays: ['lobby', 'hall'].map((id) => ({ displayId: id, name: `端末 ${id}`, revision, changed: true })),
      })
      expect(rig.state.published).toEqual([
        ['lobby', revision],
        ['hall', revision],
      ])
      expect(rig.state.audited.at(-1)).toBe('programme.publish')
      expect(rig.state.auditDetails.at(-1)).toEqual({
        displays: ['端末 lobby', '端末 hall'],
        revisions: { lobby: revision, hall: revision },
        publication: 1,
      })
      const programme = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme')).body)
      expect(programme).toMatchObject({ displayId: 'lobby', revision, entries: [{ name: '開庁時間' }] })
      expect(programme.playlists.map(({ name }) => name)).toEqual(['ロビー'])
      expect((await rig.request('GET', '/api/programme/draft')).body).toEqual({
        publishedAt: rig.state.now.toISOString(),
        changed: [],
        warnings: [],
      })
    })

    it('does not touch a display whose content is the same', async () => {
      const rig = await startContentRig(open)
      const { lobby } = await twoDisplays(rig)
      const first = await published(rig)
      const before = (await rig.request('GET', '/api/displays/hall/programme')).body
      rig.state.now = new Date('2026-11-22T01:00:00Z')
      await rig.request('PUT', `/api/playlists/${lobby.id}`, {
        body: { ...lobby, items: [item('1', notice('新しいお知らせ'))] },
      })
      expect((await rig.request('GET', '/api/programme/draft')).body).toMatchObject({
        changed: [{ displayId: 'lobby' }],
      })
      rig.state.published = []
      expect((await published(rig)).displays).toMatchObject([
        { displayId: 'lobby', changed: true, revision: rig.state.now.getTime() },
        { displayId: 'hall', changed: false, revision: first.displays[1]?.revision },
      ])
      expect(rig.state.published).toEqual([['lobby', rig.state.now.getTime()]])
      expect((await rig.request('GET', '/api/displays/hall/programme')).body).toEqual(before)
    })

    it('shows what publishing would make of a display, and stores nothing of it', async () => {
      const rig = await startContentRig(open)
      const { hall } = await twoDisplays(rig)
      const draft = async () =>
        Programme.parse((await rig.request('GET', '/api/displays/hall/programme/draft', { as: 'viewer' })).body)
      const first = await draft()
      expect(first).toMatchObject({ displayId: 'hall', playlists: [{ name: '議場前' }] })
      expect((await rig.request('GET', '/api/displays/hall/programme')).status).toBe(404)
      await published(rig)
      expect((await rig.request('GET', '/api/displays/hall/programme')).body).toEqual(first)
      await rig.request('PUT', `/api/playlists/${hall.id}`, { body: { ...hall, items: [] } })
      expect((await draft()).playlists[0]?.items).toEqual([])
      expect((await rig.request('GET', '/api/displays/hall/programme')).body).toEqual(first)
      expect((await rig.request('GET', '/api/displays/nowhere/programme/draft')).status).toBe(404)
    })

    it('raises the revision even when the clock has gone back', async () => {
      const rig = await startContentRig(open)
      const { lobby } = await twoDisplays(rig)
      const first = (await published(rig)).displays[0]?.revision ?? 0
      rig.state.now = new Date('2020-01-01T00:00:00Z')
      await rig.request('PUT', `/api/playlists/${lobby.id}`, { body: { ...lobby, items: [] } })
      expect((await published(rig)).displays[0]).toMatchObject({ revision: first + 1, changed: true })
    })

    it('is done once when two people press the button at the same moment', async () => {
      const rig = await startContentRig(open)
      await twoDisplays(rig)
      const both = await Promise.all([published(rig), published(rig)])
      const changes = both.map(({ displays }) => displays.filter(({ changed }) => changed).length)
      // Which of the two was first is nobody's business.
      expect(changes.toSorted((a, b) => b - a)).toEqual([2, 0])
    })

    it('forgets a display that was removed', async () => {
      const rig = await startContentRig(open)
      await twoDisplays(rig)
      await published(rig)
      rig.state.displays = rig.state.displays.slice(0, 1)
      await published(rig)
      expect((await rig.request('GET', '/api/displays/hall/programme')).status).toBe(404)
      expect([...(await rig.programmes.revisions()).keys()]).toEqual(['lobby'])
    })

    it('is for admins and editors', async () => {
      const rig = await startContentRig(open)
      for (const as of ['disaster', 'viewer'] as const) {
        expect((await rig.request('POST', '/api/programme/publish?wait=60', { as })).status).toBe(403)
      }
      expect((await rig.request('POST', '/api/programme/publish?wait=60', { as: 'admin' })).status).toBe(200)
    })
  })

  describe('a player', () => {
    it('gets its own programme, and 304 for the one it has', async () => {
      const rig = await startContentRig(open)
      await twoDisplays(rig)
      const hall = { display: 'hall' }
      expect(await rig.request('GET', '/api/player/programme', { as: hall })).toMatchObject({
        status: 404,
        body: { code: 'not-published' },
      })
      await published(rig)
      const first = await rig.request('GET', '/api/player/programme', { as: hall })
      expect(first.body).toMatchObject({ displayId: 'hall' })
      const etag = first.headers.get('etag') ?? ''
      const again = await rig.request('GET', '/api/player/programme', { as: hall, headers: { 'if-none-match': etag } })
      expect(again).toMatchObject({ status: 304, body: null })
      const changed = display('hall', { profile: { ...display('hall').profile, touch: false } })
      rig.state.displays = [changed]
      rig.state.now = new Date('2026-11-22T02:00:00Z')
      await published(rig)
      const newer = await rig.request('GET', '/api/player/programme', { as: hall, headers: { 'if-none-match': etag } })
      expect(newer).toMatchObject({ status: 200, body: { display: { touch: false } } })
    })

    it('may not read drafts, and staff have no programme of their own', async () => {
      const rig = await startContentRig(open)
      expect((await rig.request('GET', '/api/programme/draft', { as: { display: 'hall' } })).status).toBe(401)
      expect((await rig.request('GET', '/api/player/programme', { as: 'admin' })).status).toBe(401)
    })
  })
})
