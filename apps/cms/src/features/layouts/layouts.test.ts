import { type DraftZone, LayoutView, PlaylistView, Programme } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, item, notice } from '../testing/content-samples.ts'

const LEFT = { x: 0, y: 0, w: 6, h: 12 }
const RIGHT = { x: 6, y: 0, w: 6, h: 12 }
const zone = (id: string, area: DraftZone['area'], playlistId: string): DraftZone => ({ id, area, playlistId })

async function playlist(rig: ContentRig, name: string, items = [item('1', notice(name))]): Promise<PlaylistView> {
  return PlaylistView.parse((await rig.request('POST', '/api/playlists', { body: { name, items, version: 0 } })).body)
}

/** A layout of two playlists, side by side. */
async function split(rig: ContentRig) {
  const [posters, news] = [await playlist(rig, 'ポスター'), await playlist(rig, 'お知らせ')]
  const landscape = [zone('a', LEFT, posters.id), zone('b', RIGHT, news.id)]
  const body = { name: '二分割', landscape, version: 0 }
  const made = LayoutView.parse((await rig.request('POST', '/api/layouts', { body })).body)
  return { posters, news, body, made }
}

onEachDatabase((open) => {
  describe('layouts', () => {
    it('are created, listed, changed and deleted by editors', async () => {
      const rig = await startContentRig(open)
      const { body, made } = await split(rig)
      expect(made).toMatchObject({ ...body, version: 1, usedIn: [] })
      const changed = await rig.request('PUT', `/api/layouts/${made.id}`, { body: { ...made, name: '左右' } })
      expect(changed.body).toMatchObject({ name: '左右', version: 2, landscape: body.landscape })
      expect((await rig.request('GET', '/api/layouts', { as: 'viewer' })).body).toEqual([changed.body])
      expect((await rig.request('DELETE', `/api/layouts/${made.id}`)).status).toBe(204)
      expect((await rig.request('GET', '/api/layouts')).body).toEqual([])
      expect(rig.state.audited.slice(2)).toEqual(['layout.create', 'layout.change', 'layout.delete'])
      expect(rig.state.announced.slice(2)).toEqual(['layouts', 'layouts', 'layouts'])
    })

    it('refuse the second of two people who started from the same version', async () => {
      const rig = await startContentRig(open)
      const { made } = await split(rig)
      const both = await Promise.all(
        ['先', '後'].map((name) => rig.request('PUT', `/api/layouts/${made.id}`, { body: { ...made, name } })),
      )
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      const winner = both.find(({ status }) => status === 200)
      expect((await rig.request('GET', '/api/layouts')).body).toEqual([winner?.body])
    })

    it('refuse zones over one another or the edge, none at all, and a playlist that is not there', async () => {
      const rig = await startContentRig(open)
      const { posters, made } = await split(rig)
      const put = (landscape: unknown) =>
        rig.request('PUT', `/api/layouts/${made.id}`, { body: { ...made, landscape } })
      const over = zone('b', { ...RIGHT, x: 5 }, posters.id)
      const answers = [
        await put([zone('a', LEFT, posters.id), { ...over, area: { ...over.area, w: 6 } }]),
        await put([zone('a', { ...LEFT, x: 8 }, posters.id)]),
        await put([]),
        await put(undefined),
        await put([zone('a', LEFT, posters.id), zone('a', RIGHT, posters.id)]),
        await put([zone('a', LEFT, 'gone')]),
      ]
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
      expect(answers[0]?.body).toMatchObject({ errors: [{ path: 'landscape.1.area' }] })
      expect(answers[5]?.body).toMatchObject({ errors: [{ path: 'landscape.0.playlistId' }] })
      expect((await rig.request('GET', '/api/layouts')).body).toMatchObject([{ version: 1 }])
    })

    it('stay while a playlist shows them, and keep the playlists of their zones', async () => {
      const rig = await startContentRig(open)
      const { made, news } = await split(rig)
      const lobby = await playlist(rig, 'ロビー', [item('1', { kind: 'layout', layoutId: made.id })])
      const refused = await rig.request('DELETE', `/api/layouts/${made.id}`)
      expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('ロビー'))
      expect((await rig.request('GET', '/api/layouts')).body).toMatchObject([
        { usedIn: [{ playlistId: lobby.id, name: 'ロビー' }] },
      ])
      const kept = await rig.request('DELETE', `/api/playlists/${news.id}`)
      expect(kept).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(kept.body).toHaveProperty('detail', expect.stringContaining('二分割'))
    })

    it('never come to stand in a zone, neither by the layout nor by the playlist', async () => {
      const rig = await startContentRig(open)
      const { made, news } = await split(rig)
      const layoutItem = item('1', { kind: 'layout', layoutId: made.id })
      const lobby = await playlist(rig, 'ロビー', [layoutItem])
      const body = { ...made, landscape: [zone('a', LEFT, lobby.id)] }
      expect((await rig.request('PUT', `/api/layouts/${made.id}`, { body })).status).toBe(400)
      const nested = await rig.request('PUT', `/api/playlists/${news.id}`, { body: { ...news, items: [layoutItem] } })
      expect(nested).toMatchObject({ status: 400, body: { errors: [{ path: 'items.0.scene' }] } })
    })

    it('are written by editors and admins only', async () => {
      const rig = await startContentRig(open)
      const { body } = await split(rig)
      const statuses = (['admin', 'editor', 'disaster', 'viewer', 'nobody'] as const).map(
        async (as) => (await rig.request('POST', '/api/layouts', { as, body })).status,
      )
      expect(await Promise.all(statuses)).toEqual([201, 201, 403, 403, 401])
    })

    it('go into the programmes of the displays that show them, drawn for their shape, with the playlists of their zones', async () => {
      const rig = await startContentRig(open)
      const { made, posters, news } = await split(rig)
      const portrait = [zone('a', { ...LEFT, w: 12 }, posters.id)]
      await rig.request('PUT', `/api/layouts/${made.id}`, { body: { ...made, portrait } })
      const lobby = await playlist(rig, 'ロビー', [item('1', { kind: 'layout', layoutId: made.id })])
      const wide = display('wide', { defaultPlaylistId: lobby.id })
      const tall = display('tall', { defaultPlaylistId: lobby.id })
      rig.state.displays = [
        wide,
        { ...tall, profile: { ...tall.profile, widthPx: 1080, heightPx: 1920 } },
        display('other'),
      ]
      expect((await rig.request('POST', '/api/programme/publish?wait=60')).status).toBe(200)
      const programmeOf = async (id: string) =>
        Programme.parse((await rig.request('GET', `/api/displays/${id}/programme`)).body)
      const [onWide, onTall, onOther] = [
        await programmeOf('wide'),
        await programmeOf('tall'),
        await programmeOf('other'),
      ]
      expect(onWide.playlists.map(({ id }) => id)).toEqual([lobby.id, news.id, posters.id].toSorted())
      expect(onTall.playlists.map(({ id }) => id)).toEqual([lobby.id, posters.id].toSorted())
      expect(onOther.playlists).toEqual([])
      const sceneOf = (programme: Programme) => programme.playlists.find(({ id }) => id === lobby.id)?.items[0]?.scene
      expect(sceneOf(onWide)).toMatchObject({ kind: 'layout', landscape: [{ id: 'a' }, { id: 'b' }] })
      expect(sceneOf(onWide)).not.toHaveProperty('portrait')
      expect(sceneOf(onTall)).toMatchObject({ kind: 'layout', portrait: [{ id: 'a' }] })
    })
  })
})
