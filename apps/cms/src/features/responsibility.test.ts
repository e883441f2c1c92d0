import { EntryView, PlaylistView, Programme } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../db/testing.ts'
import { answersFor, limitOf } from './responsibility.ts'
import { type ContentRig, startContentRig } from './testing/content-rig.ts'
import { display, EVERY_DAY, item, notice } from './testing/content-samples.ts'

const LOBBY = { groups: ['ロビー'] }

async function twoPlaces(rig: ContentRig) {
  rig.state.displays = [display('lobby', LOBBY), display('hall', { groups: ['議場'] })]
  const body = { name: 'お知らせ', items: [item('1', notice('市長選'))], version: 0 }
  const playlist = PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body)
  return (groups: readonly string[], displayIds: readonly string[] = []) => ({
    name: '開庁時間',
    playlistId: playlist.id,
    targets: { displayIds, groups },
    priority: 'normal',
    rule: EVERY_DAY,
    version: 0,
  })
}

describe('whoever answers for a group', () => {
  it('answers for a display that is in one of theirs, an administrator for every one', () => {
    const user = { kind: 'user', id: 'a', username: 'a', mustChangePassword: false, ip: '' } as const
    expect(limitOf({ ...user, role: 'editor', groups: ['ロビー'] })).toEqual(['ロビー'])
    expect(limitOf({ ...user, role: 'admin', groups: ['ロビー'] })).toBeNull()
    expect(limitOf({ kind: 'local', ip: '' })).toBeNull()
    expect(answersFor(['ロビー'], { groups: ['1階', 'ロビー'] })).toBe(true)
    expect(answersFor(['ロビー'], { groups: [] })).toBe(false)
    expect(answersFor(null, { groups: [] })).toBe(true)
  })
})

onEachDatabase((open) => {
  describe('an editor for the lobby', () => {
    it('schedules for the lobby, and is told which display is not theirs', async () => {
      const rig = await startContentRig(open)
      const entry = await twoPlaces(rig)
      const mine = await rig.request('POST', '/api/entries', { body: entry(['ロビー']), ...LOBBY })
      expect(mine.status).toBe(201)
      for (const body of [entry(['ロビー', '議場']), entry([], ['hall'])]) {
        const answer = await rig.request('POST', '/api/entries', { body, ...LOBBY })
        expect(answer).toMatchObject({ status: 403, body: { code: 'not-yours' } })
        expect(answer.body).toHaveProperty('detail', expect.stringContaining('「端末 hall」は担当の外です'))
      }
      expect(EntryView.array().parse((await rig.request('GET', '/api/entries')).body)).toHaveLength(1)
    })

    it('neither takes over nor removes an entry of another place, nor moves one of theirs there', async () => {
      const rig = await startContentRig(open)
      const entry = await twoPlaces(rig)
      const theirs = EntryView.parse((await rig.request('POST', '/api/entries', { body: entry(['議場']) })).body)
      const mine = EntryView.parse((await rig.request('POST', '/api/entries', { body: entry(['ロビー']) })).body)
      const taken = { body: { ...theirs, targets: mine.targets }, ...LOBBY }
      expect((await rig.request('PUT', `/api/entries/${theirs.id}`, taken)).status).toBe(403)
      const moved = { body: { ...mine, targets: theirs.targets }, ...LOBBY }
      expect((await rig.request('PUT', `/api/entries/${mine.id}`, moved)).status).toBe(403)
      expect((await rig.request('DELETE', `/api/entries/${theirs.id}`, LOBBY)).status).toBe(403)
      expect((await rig.request('DELETE', `/api/entries/${mine.id}`, LOBBY)).status).toBe(204)
      expect((await rig.request('GET', '/api/entries')).body).toEqual([theirs])
    })

    it('publishes to the lobby and leaves the other displays what they have', async () => {
      const rig = await startContentRig(open)
      const entry = await twoPlaces(rig)
      await rig.request('POST', '/api/entries', { body: entry(['ロビー', '議場']) })
      await rig.request('POST', '/api/programme/publish?wait=60')
      const before = Programme.parse((await rig.request('GET', '/api/displays/hall/programme')).body)
      rig.state.now = new Date('2026-11-23T00:00:00Z')
      await rig.request('POST', '/api/entries', { body: { ...entry(['ロビー', '議場']), name: '休日' } })
      const published = await rig.request('POST', '/api/programme/publish?wait=60', LOBBY)
      expect(published.body).toMatchObject({
        state: 'done',
        result: { displays: [{ displayId: 'lobby', changed: true }] },
      })
      expect((await rig.request('GET', '/api/displays/hall/programme')).body).toEqual(before)
      expect((await rig.request('GET', '/api/programme/draft')).body).toMatchObject({
        changed: [{ displayId: 'hall' }],
      })
    })
  })
})
