import { PlaylistView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, EVERY_DAY, item, notice } from '../testing/content-samples.ts'

const LOBBY = { name: 'ロビー通常', items: [item('1', notice('ようこそ'))], version: 0 }

async function created(rig: ContentRig): Promise<PlaylistView> {
  return PlaylistView.parse((await rig.request('POST', '/api/playlists', { body: LOBBY })).body)
}

onEachDatabase((open) => {
  describe('playlists', () => {
    it('are created, listed, changed and deleted by editors', async () => {
      const rig = await startContentRig(open)
      const playlist = await created(rig)
      expect(playlist).toMatchObject({ ...LOBBY, version: 1, usedInEntries: 0 })
      const changed = await rig.request('PUT', `/api/playlists/${playlist.id}`, {
        body: { ...playlist, name: '夜間' },
      })
      expect(changed.body).toMatchObject({ name: '夜間', version: 2, items: LOBBY.items })
      expect((await rig.request('GET', '/api/playlists', { as: 'viewer' })).body).toEqual([changed.body])
      expect((await rig.request('DELETE', `/api/playlists/${playlist.id}`)).status).toBe(204)
      expect((await rig.request('GET', '/api/playlists')).body).toEqual([])
      expect(rig.state.audited).toEqual(['playlist.create', 'playlist.change', 'playlist.delete'])
      expect(rig.state.announced).toEqual(['playlists', 'playlists', 'playlists'])
    })

    it('refuse the second of two people who started from the same version', async () => {
      const rig = await startContentRig(open)
      const { id } = await created(rig)
      const both = await Promise.all(
        ['先', '後'].map((name) =>
          rig.request('PUT', `/api/playlists/${id}`, { body: { ...LOBBY, name, version: 1 } }),
        ),
      )
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      const winner = both.find(({ status }) => status === 200)
      expect((await rig.request('GET', '/api/playlists')).body).toEqual([winner?.body])
      expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'conflict' })
    })

    it('refuse an item that would end before it begins, and say which', async () => {
      const rig = await startContentRig(open)
      const backwards = {
        ...item('2', notice('昨日まで')),
        validFrom: '2026-12-02T00:00:00+09:00',
        validUntil: '2026-12-01T00:00:00+09:00',
      }
      const answer = await rig.request('POST', '/api/playlists', {
        body: { ...LOBBY, items: [...LOBBY.items, backwards] },
      })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'items.1.validUntil' }] } })
      expect(answer.body).toHaveProperty('detail', expect.stringContaining('2番目'))
      expect((await rig.request('GET', '/api/playlists')).body).toEqual([])
    })

    it('answer 404 for one that is not there', async () => {
      const rig = await startContentRig(open)
      expect((await rig.request('PUT', '/api/playlists/none', { body: LOBBY })).status).toBe(404)
      expect((await rig.request('DELETE', '/api/playlists/none')).status).toBe(404)
    })

    it('stay while a schedule entry or a display needs them', async () => {
      const rig = await startContentRig(open)
      const { id } = await created(rig)
      rig.state.displays = [display('lobby', { defaultPlaylistId: id })]
      const asDefault = await rig.request('DELETE', `/api/playlists/${id}`)
      expect(asDefault).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(asDefault.body).toHaveProperty('detail', expect.stringContaining('端末 lobby'))
      rig.state.displays = []
      const targets = { displayIds: ['lobby'], groups: [] }
      const entry = { name: '朝', playlistId: id, targets, priority: 'normal', rule: EVERY_DAY, version: 0 }
      expect((await rig.request('POST', '/api/entries', { body: entry })).status).toBe(201)
      expect((await rig.request('DELETE', `/api/playlists/${id}`)).body).toMatchObject({ code: 'in-use' })
      expect((await rig.request('GET', '/api/playlists')).body).toMatchObject([{ id, usedInEntries: 1 }])
    })

    it('keep how they run, and leave out what is as usual', async () => {
      const rig = await startContentRig(open)
      const often = { ...item('1', notice('ようこそ')), weight: 3 }
      const running = { name: '同期', items: [often], sync: true, campaign: true, transition: 'cut', version: 0 }
      const saved = PlaylistView.parse((await rig.request('POST', '/api/playlists', { body: running })).body)
      expect((await rig.request('GET', '/api/playlists')).body).toEqual([saved])
      expect(saved).toMatchObject({ ...running, version: 1 })
      const usual = { sync: false, campaign: false, transition: 'fade', items: [{ ...often, weight: 1 }] }
      const back = await rig.request('PUT', `/api/playlists/${saved.id}`, { body: { ...saved, ...usual } })
      expect(Object.keys(PlaylistView.parse(back.body))).toEqual(Object.keys(await created(rig)))
      expect(back.body).toMatchObject({ items: [item('1', notice('ようこそ'))] })
      expect((await rig.request('GET', '/api/playlists')).body).toContainEqual(back.body)
    })

    it('refuse two items of the same id', async () => {
      const rig = await startContentRig(open)
      const body = { ...LOBBY, items: [item('1', notice('a')), item('1', notice('b'))] }
      const answer = await rig.request('POST', '/api/playlists', { body })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'items.1.id' }] } })
    })

    it('are read by all staff and written by admins and editors only', async () => {
      const rig = await startContentRig(open)
      const statuses = async (method: string, body?: object) => {
        const asked = (['admin', 'editor', 'disaster', 'viewer', 'nobody'] as const).map(
          async (as) => (await rig.request(method, '/api/playlists', { as, body })).status,
        )
        return Promise.all(asked)
      }
      expect(await statuses('GET')).toEqual([200, 200, 200, 200, 401])
      expect(await statuses('POST', LOBBY)).toEqual([201, 201, 403, 403, 401])
    })
  })
})
