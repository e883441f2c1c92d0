import { AssetBulkResult, AssetUses, AssetView } from '@akari/protocol'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, inEveryLanguage, item } from '../testing/content-samples.ts'
import { upload } from '../testing/upload.ts'

const CLOSURE = { template: 'closure', days: { from: '2026-12-29', to: '2027-01-03' }, reopens: '2027-01-04' }
const EVERYWHERE = { displayIds: ['lobby'], groups: [] }
const TAKEOVER = { name: '臨時議会', targets: EVERYWHERE, startsAt: null, noticeSeconds: 10 }

async function picture(rig: ContentRig): Promise<string> {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const done = await upload(rig.url, png, { filename: 'red.png' })
  if (!('assetId' in done)) throw new Error(`refused: ${JSON.stringify(done)}`)
  return done.assetId
}

async function made(rig: ContentRig, path: string, body: object): Promise<string> {
  const answer = await rig.request('POST', path, { as: 'admin', body: { ...body, version: 0 } })
  expect(answer.status).toBe(201)
  return z.object({ id: z.string() }).parse(answer.body).id
}

const poster = (rig: ContentRig, pictureId: string) =>
  made(rig, '/api/posters', { title: inEveryLanguage('年末年始はお休みです'), poster: CLOSURE, pictureId })

/** A running takeover whose playlist holds nothing of what it was started with any more. */
async function takenOver(rig: ContentRig, scene: Parameters<typeof item>[1]): Promise<string> {
  rig.state.displays = [display('lobby')]
  const playlistId = await made(rig, '/api/playlists', { name: '議会', items: [item('1', scene)] })
  const id = await made(rig, '/api/takeovers', { ...TAKEOVER, playlistId, endsAt: '2026-11-22T01:00:00Z' })
  const emptied = { name: '議会', items: [], version: 1 }
  expect((await rig.request('PUT', `/api/playlists/${playlistId}`, { body: emptied })).status).toBe(200)
  return id
}

/** What the bin says when the asset is put into it; the same is listed in the library. */
async function refusedFor(rig: ContentRig, id: string) {
  const body = { ids: [id], change: { kind: 'delete' } }
  const { refused } = AssetBulkResult.parse((await rig.request('POST', '/api/assets/bulk', { body })).body)
  const [listed] = z.array(AssetView).parse((await rig.request('GET', '/api/assets')).body)
  expect(listed?.usedIn).toEqual(refused[0]?.usedIn)
  expect((await rig.request('DELETE', `/api/assets/${id}`)).status).toBe(409)
  return refused[0]?.usedIn
}

onEachDatabase((open) => {
  describe('an asset cannot go into the bin', () => {
    it('while it is the picture of a poster that no playlist shows', async () => {
      const rig = await startContentRig(open)
      const id = await picture(rig)
      const posterId = await poster(rig, id)
      const use = { kind: 'poster', id: posterId, name: '年末年始はお休みです' }
      expect(await refusedFor(rig, id)).toEqual([use])
      const uses = AssetUses.parse((await rig.request('GET', `/api/assets/${id}/uses`)).body)
      expect(uses).toEqual([{ ...use, entries: [], displays: [] }])
      expect((await rig.request('DELETE', `/api/posters/${posterId}`)).status).toBe(204)
      expect((await rig.request('DELETE', `/api/assets/${id}`)).status).toBe(204)
    })

    it('while a playlist shows such a poster: both are named', async () => {
      const rig = await startContentRig(open)
      const id = await picture(rig)
      const posterId = await poster(rig, id)
      await made(rig, '/api/playlists', { name: 'ロビー', items: [item('1', { kind: 'poster', posterId })] })
      expect(await refusedFor(rig, id)).toMatchObject([
        { kind: 'playlist', name: 'ロビー' },
        { kind: 'poster', id: posterId },
      ])
    })

    it('while its playlist runs in nothing but the zone of a layout', async () => {
      const rig = await startContentRig(open)
      const id = await picture(rig)
      const items = [item('1', { kind: 'asset', assetId: id })]
      const playlistId = await made(rig, '/api/playlists', { name: '左', items })
      const area = { x: 0, y: 0, w: 12, h: 12 }
      const layoutId = await made(rig, '/api/layouts', { name: '分割', landscape: [{ id: 'z', area, playlistId }] })
      expect(await refusedFor(rig, id)).toMatchObject([{ kind: 'playlist', id: playlistId }])
      expect((await rig.request('DELETE', `/api/playlists/${playlistId}`)).status).toBe(409)
      expect((await rig.request('DELETE', `/api/layouts/${layoutId}`)).status).toBe(204)
    })

    it('while a takeover plays it whose playlist has changed since', async () => {
      const rig = await startContentRig(open)
      const id = await picture(rig)
      const takeoverId = await takenOver(rig, { kind: 'asset', assetId: id })
      expect(await refusedFor(rig, id)).toEqual([{ kind: 'takeover', id: takeoverId, name: '臨時議会' }])
      expect((await rig.request('POST', `/api/takeovers/${takeoverId}/end`, { as: 'admin' })).status).toBe(200)
      expect((await rig.request('DELETE', `/api/assets/${id}`)).status).toBe(204)
    })

    it('while it is on a poster in such a takeover, and neither can the poster be deleted', async () => {
      const rig = await startContentRig(open)
      const id = await picture(rig)
      const posterId = await poster(rig, id)
      await takenOver(rig, { kind: 'poster', posterId })
      expect((await refusedFor(rig, id))?.map(({ kind }) => kind)).toEqual(['poster', 'takeover'])
      const refused = await rig.request('DELETE', `/api/posters/${posterId}`)
      expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('臨時議会'))
    })
  })
})
