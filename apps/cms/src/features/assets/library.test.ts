import { AssetUses, BinnedAsset, Programme } from '@akari/protocol'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase } from '../../db/testing.ts'
import { startContentRig } from '../testing/content-rig.ts'
import { display, EVERY_DAY } from '../testing/content-samples.ts'
import { upload } from '../testing/upload.ts'
import { collectGarbage } from './assets.jobs.ts'
import { added, bulk, folder, library, one, patch, playing, published } from './testing/library.ts'

const DAY_MS = 86_400_000

onEachDatabase((open) => {
  describe('folders', () => {
    it('hold one another, each name once in a place, and never themselves', async () => {
      const rig = await startContentRig(open)
      const [festival, photos] = [await folder(rig, '秋まつり'), await folder(rig, '写真')]
      const inner = await folder(rig, '写真', festival.id)
      expect(await folder(rig, '写真', festival.id)).toEqual(inner)
      const put = (id: string, body: unknown) => rig.request('PUT', `/api/asset-folders/${id}`, { body })
      const into = { name: '秋まつり', parentId: inner.id, version: 1 }
      expect(await put(festival.id, into)).toMatchObject({ status: 400, body: { code: 'malformed' } })
      expect((await put(photos.id, { name: '写真', parentId: festival.id, version: 1 })).status).toBe(409)
      expect((await put(photos.id, { name: '旧写真', parentId: festival.id, version: 1 })).status).toBe(200)
      expect(await put(photos.id, { name: 'x', parentId: null, version: 1 })).toMatchObject({
        status: 409,
        body: { code: 'conflict' },
      })
      expect((await put(photos.id, { name: 'x', parentId: 'gone', version: 2 })).status).toBe(400)
      expect((await rig.request('DELETE', `/api/asset-folders/${festival.id}`)).status).toBe(409)
    })

    it('let what is in them go up when they are deleted', async () => {
      const rig = await startContentRig(open)
      const outer = await folder(rig, '外')
      const inner = await folder(rig, '中', outer.id)
      const { id, folderId } = await added(rig, 'red', [10, 10], { folderId: inner.id })
      expect(folderId).toBe(inner.id)
      expect((await rig.request('DELETE', `/api/asset-folders/${inner.id}`)).status).toBe(204)
      expect((await one(rig, id)).folderId).toBe(outer.id)
      expect((await rig.request('POST', '/api/asset-folders', { as: 'viewer', body: {} })).status).toBe(403)
    })
  })

  describe('many assets at once', () => {
    it('are moved and tagged, each tag written once', async () => {
      const rig = await startContentRig(open)
      const ids = [(await added(rig, 'red')).id, (await added(rig, 'blue')).id]
      const { id: folderId } = await folder(rig, '行事')
      expect(await bulk(rig, ids, { kind: 'move', folderId })).toEqual({ done: ids, refused: [] })
      await bulk(rig, ids, { kind: 'tag', add: ['秋', 'ＰＲ', 'PR'], remove: [] })
      await bulk(rig, ids, { kind: 'tag', add: [], remove: ['秋'] })
      expect((await library(rig)).map((asset) => [asset.folderId, asset.tags])).toEqual([
        [folderId, ['PR']],
        [folderId, ['PR']],
      ])
      expect(await bulk(rig, ['gone'], { kind: 'move', folderId: null })).toMatchObject({
        done: [],
        refused: [{ id: 'gone', reason: 'not-found' }],
      })
    })

    it('go into the bin unless they are used, and come back with everything they had', async () => {
      const rig = await startContentRig(open)
      const [used, free] = [await added(rig, 'red'), await added(rig, 'blue')]
      await playing(rig, used.id)
      await patch(rig, free, { tags: ['秋'], alt: { ja: '青い面' } })
      const gone = await bulk(rig, [used.id, free.id], { kind: 'delete' })
      expect(gone).toMatchObject({ done: [free.id], refused: [{ id: used.id, reason: 'in-use' }] })
      expect(gone.refused[0]?.usedIn.map(({ name }) => name)).toEqual(['ロビー'])
      expect((await library(rig)).map(({ id }) => id)).toEqual([used.id])
      const [binned] = z.array(BinnedAsset).parse((await rig.request('GET', '/api/assets/bin')).body)
      expect(binned).toMatchObject({ id: free.id, deletedBy: 'user:editor', goneAt: '2026-12-22T00:00:00.000Z' })
      await bulk(rig, [free.id], { kind: 'restore' })
      expect(await one(rig, free.id)).toMatchObject({ tags: ['秋'], alt: { ja: '青い面' } })
      expect(await bulk(rig, [free.id], { kind: 'restore' })).toMatchObject({ done: [] })
    })

    it('are forgotten after 30 days in the bin', async () => {
      const rig = await startContentRig(open)
      const { id } = await added(rig, 'red')
      await bulk(rig, [id], { kind: 'delete' })
      const collect = () =>
        collectGarbage({ ...rig.media, publishedFiles: rig.programmes.publishedFiles, now: () => rig.state.now })
      rig.state.now = new Date(rig.state.now.getTime() + 29.9 * DAY_MS)
      expect(await collect()).toBe(0)
      rig.state.now = new Date(rig.state.now.getTime() + 0.2 * DAY_MS)
      expect(await collect()).toBe(2)
      expect((await rig.request('GET', '/api/assets/bin')).body).toEqual([])
    })
  })

  describe('the same file again', () => {
    it('is said to be there already, and comes back out of the bin', async () => {
      const rig = await startContentRig(open)
      const first = await added(rig, 'red')
      const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
      const again = () => upload(rig.url, png, { filename: 'again.png' })
      expect(await again()).toEqual({ assetId: first.id, how: 'present' })
      await bulk(rig, [first.id], { kind: 'delete' })
      expect(await again()).toEqual({ assetId: first.id, how: 'restored' })
      expect((await library(rig)).map(({ title }) => title.ja)).toEqual(['red'])
    })
  })

  describe('two people at one asset', () => {
    it('cannot overwrite each other', async () => {
      const rig = await startContentRig(open)
      const asset = await added(rig, 'red')
      const both = await Promise.all([
        patch(rig, asset, { title: { ja: '一人目' } }),
        patch(rig, asset, { title: { ja: '二人目' } }),
      ])
      expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
      expect((await patch(rig, asset, { tags: ['古い'] })).body).toMatchObject({ code: 'conflict' })
      expect(await one(rig, asset.id)).toMatchObject({ version: 2, tags: [] })
    })
  })

  describe('the dates of an asset', () => {
    it('narrow those of every item that shows it, and are warned of ahead', async () => {
      const rig = await startContentRig(open)
      const asset = await added(rig, 'red')
      const playlist = await playing(rig, asset.id, { validUntil: '2026-12-31T00:00:00Z' })
      rig.state.displays = [display('lobby', { defaultPlaylistId: playlist })]
      const [validFrom, validUntil] = ['2026-11-01T00:00:00+09:00', '2026-11-25T00:00:00+09:00']
      expect((await patch(rig, asset, { validFrom: validUntil, validUntil: validFrom })).status).toBe(400)
      await patch(rig, asset, { validFrom, validUntil })
      expect(await published(rig)).toMatchObject({ validFrom, validUntil })
      const warnings = async () =>
        z
          .object({ warnings: z.array(z.looseObject({ code: z.string(), subject: z.string() })) })
          .parse((await rig.request('GET', '/api/programme/draft')).body)
          .warnings.filter(({ code }) => code.startsWith('asset-'))
      expect(await warnings()).toEqual([{ code: 'asset-expiring', subject: 'red' }])
      rig.state.now = new Date('2026-11-26T00:00:00Z')
      expect(await warnings()).toEqual([{ code: 'asset-expired', subject: 'red' }])
    })
  })

  describe('where an asset is used', () => {
    it('goes from its playlists to entries and displays, for a language version too', async () => {
      const rig = await startContentRig(open)
      const [base, english] = [await added(rig, 'red'), await added(rig, 'blue')]
      await patch(rig, english, { variantOf: { assetId: base.id, language: 'en' } })
      const playlistId = await playing(rig, base.id)
      rig.state.displays = [display('lobby', { groups: ['1階'] }), display('hall')]
      const targets = { displayIds: [], groups: ['1階'] }
      const entry = { name: '朝', playlistId, targets, priority: 'normal', rule: EVERY_DAY, version: 0 }
      expect((await rig.request('POST', '/api/entries', { body: entry })).status).toBe(201)
      const uses = AssetUses.parse((await rig.request('GET', `/api/assets/${english.id}/uses`)).body)
      expect(uses).toMatchObject([
        {
          kind: 'playlist',
          id: playlistId,
          name: 'ロビー',
          entries: [{ name: '朝' }],
          displays: [{ id: 'lobby', name: '端末 lobby' }],
        },
      ])
      expect((await rig.request('DELETE', `/api/assets/${english.id}`)).status).toBe(409)
    })
  })

  describe('the part of a picture that is shown', () => {
    it('is cut out for a glass of its shape, and follows the focus on others', async () => {
      const rig = await startContentRig(open)
      const asset = await added(rig, 'red', [3200, 2400])
      const tall = { x: 0.25, y: 0, width: 0.421875, height: 1 }
      await patch(rig, asset, {
        alt: { ja: '赤い面' },
        framing: { focus: { x: 0.25, y: 0.5 }, crops: { '9:16': tall } },
      })
      const defaultPlaylistId = await playing(rig, asset.id)
      const profile = { ...display('hall').profile, widthPx: 1080, heightPx: 1920 }
      rig.state.displays = [display('lobby', { defaultPlaylistId }), display('hall', { defaultPlaylistId, profile })]
      expect(await published(rig)).toMatchObject({
        scene: { alt: { ja: '赤い面' }, variants: [{ width: 1920, height: 1440, focus: { x: 0.25, y: 0.5 } }] },
      })
      const hall = Programme.parse((await rig.request('GET', '/api/displays/hall/programme')).body)
      const scene = hall.playlists[0]?.items[0]?.scene
      const [variant] = scene?.kind === 'image' ? scene.variants : []
      expect(variant).toMatchObject({ width: 1080, height: 1920 })
      expect(variant).not.toHaveProperty('focus')
      const made = (await rig.media.store.find(asset.id))?.renditions.length
      await published(rig)
      expect((await rig.media.store.find(asset.id))?.renditions.length).toBe(made)
    })
  })
})
