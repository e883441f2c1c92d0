import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AssetView, PlaylistView, Programme } from '@akari/protocol'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, item } from '../testing/content-samples.ts'
import { upload } from '../testing/upload.ts'
import { collectGarbage } from './assets.jobs.ts'

const DAY_MS = 86_400_000

function picture(width: number, height: number, colour = '#00708a') {
  return sharp({ create: { width, height, channels: 3, background: colour } })
}

async function uploaded(rig: ContentRig, file: Buffer, metadata: Record<string, string>): Promise<AssetView> {
  const done = await upload(rig.url, file, metadata)
  if (!('assetId' in done)) throw new Error(`refused: ${JSON.stringify(done)}`)
  const assets = z.array(AssetView).parse((await rig.request('GET', '/api/assets')).body)
  const asset = assets.find(({ id }) => id === done.assetId)
  if (asset === undefined) throw new Error('the new asset is not listed')
  return asset
}

async function playlistShowing(rig: ContentRig, assetId: string): Promise<PlaylistView> {
  const body = { name: 'ロビー', items: [item('1', { kind: 'asset', assetId })], version: 0 }
  return PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body)
}

async function storedFiles(rig: ContentRig): Promise<string[]> {
  const folder = join(rig.dataDir, 'files')
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

onEachDatabase((open) => {
  describe('an uploaded picture', () => {
    it('becomes an asset with a thumbnail, named as staff named it', async () => {
      const rig = await startContentRig(open)
      const png = await picture(1200, 600).png().toBuffer()
      const asset = await uploaded(rig, png, { filename: '..\\..\\C:\\写真/まつり.png', titleJa: '市民まつり' })
      expect(asset).toMatchObject({
        kind: 'image',
        title: { ja: '市民まつり' },
        filename: 'まつり.png',
        mediaType: 'image/png',
        width: 1200,
        height: 600,
        probed: true,
        usedIn: [],
      })
      const thumbnail = await rig.request('GET', asset.thumbnailUrl ?? '', { as: 'viewer' })
      expect(thumbnail.headers.get('content-type')).toBe('image/webp')
      expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({ width: 480, height: 240 })
      const file = await rig.request('GET', `/api/files/${asset.sha256}`)
      expect(file.bytes.length).toBe(asset.bytes)
      expect(file.headers.get('cache-control')).toContain('immutable')
      expect((await rig.request('GET', `/api/files/${asset.sha256}`, { as: 'nobody' })).status).toBe(401)
    })

    it('takes its title from the file where staff gave none', async () => {
      const rig = await startContentRig(open)
      const asset = await uploaded(rig, await picture(8, 8).png().toBuffer(), { filename: 'dir/夏まつり.2026.png' })
      expect(asset).toMatchObject({ title: { ja: '夏まつり.2026' }, filename: '夏まつり.2026.png' })
    })

    it('loses its metadata and stands upright', async () => {
      const rig = await startContentRig(open)
      const photo = await picture(40, 20)
        .jpeg()
        .withExif({ IFD0: { Artist: '山田太郎' }, IFD3: { GPSLatitude: '35/1 42/1 0/1' } })
        .withMetadata({ orientation: 6 })
        .toBuffer()
      expect((await sharp(photo).metadata()).exif).toBeDefined()
      const asset = await uploaded(rig, photo, { filename: 'photo.jpg' })
      expect(asset).toMatchObject({ mediaType: 'image/jpeg', width: 20, height: 40 })
      const { bytes } = await rig.request('GET', `/api/files/${asset.sha256}`)
      const kept = await sharp(bytes).metadata()
      expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined])
    })

    it('is one asset however often it is uploaded, even at the same time', async () => {
      const rig = await startContentRig(open)
      const png = await picture(64, 64).png().toBuffer()
      const done = await Promise.all(['a.png', 'b.png'].map((filename) => upload(rig.url, png, { filename })))
      expect(new Set(done.map((each) => ('assetId' in each ? each.assetId : null))).size).toBe(1)
      expect((await rig.request('GET', '/api/assets')).body).toHaveLength(1)
      expect(rig.state.audited).toEqual(['asset.create'])
    })

    it.each(['webp', 'avif', 'gif'] as const)('may be %s', async (format) => {
      const rig = await startContentRig(open)
      const asset = await uploaded(rig, await picture(30, 20).toFormat(format).toBuffer(), { filename: `x.${format}` })
      expect(asset).toMatchObject({ kind: 'image', width: 30, height: 20 })
    })
  })

  describe('an asset', () => {
    it('hangs on another as its version in a language', async () => {
      const rig = await startContentRig(open)
      const [base, english, third] = [
        await uploaded(rig, await picture(10, 10, 'red').png().toBuffer(), { filename: 'ja.png' }),
        await uploaded(rig, await picture(10, 10, 'blue').png().toBuffer(), { filename: 'en.png' }),
        await uploaded(rig, await picture(10, 10, 'green').png().toBuffer(), { filename: 'x.png' }),
      ]
      const hang = (id: string, assetId: string, language = 'en') =>
        rig.request('PATCH', `/api/assets/${id}`, { body: { version: 1, variantOf: { assetId, language } } })
      expect((await hang(english.id, base.id)).body).toMatchObject({ variantOf: { assetId: base.id, language: 'en' } })
      const assets = z.array(AssetView).parse((await rig.request('GET', '/api/assets')).body)
      expect(assets.find(({ id }) => id === base.id)?.variants).toMatchObject([{ language: 'en', assetId: english.id }])
      expect(await hang(third.id, base.id)).toMatchObject({ status: 409, body: { code: 'already-exists' } })
      expect((await hang(third.id, english.id, 'ko')).status).toBe(400)
      expect((await hang(base.id, third.id, 'ko')).status).toBe(400)
      expect((await hang(third.id, third.id)).status).toBe(400)
      expect((await hang(third.id, 'none')).status).toBe(400)
      expect((await rig.request('DELETE', `/api/assets/${base.id}`)).status).toBe(204)
      const left = z.array(AssetView).parse((await rig.request('GET', '/api/assets')).body)
      expect(left.map(({ variantOf }) => variantOf)).toEqual([null, null])
    })

    it('is renamed by editors, not by viewers', async () => {
      const rig = await startContentRig(open)
      const { id } = await uploaded(rig, await picture(10, 10).png().toBuffer(), { filename: 'a.png' })
      const title = { ja: '新しい題', en: 'New title' }
      const body = { version: 1, title }
      expect((await rig.request('PATCH', `/api/assets/${id}`, { body })).body).toMatchObject({ title, version: 2 })
      expect((await rig.request('PATCH', `/api/assets/${id}`, { body, as: 'viewer' })).status).toBe(403)
      expect((await rig.request('PATCH', '/api/assets/none', { body })).status).toBe(404)
    })

    it('stays while a playlist shows it', async () => {
      const rig = await startContentRig(open)
      const asset = await uploaded(rig, await picture(10, 10).png().toBuffer(), { filename: 'a.png' })
      const playlist = await playlistShowing(rig, asset.id)
      expect(await rig.request('DELETE', `/api/assets/${asset.id}`)).toMatchObject({
        status: 409,
        body: { code: 'in-use' },
      })
      expect((await rig.request('GET', '/api/assets')).body).toMatchObject([
        { usedIn: [{ kind: 'playlist', id: playlist.id, name: 'ロビー' }] },
      ])
      await rig.request('DELETE', `/api/playlists/${playlist.id}`)
      expect((await rig.request('DELETE', `/api/assets/${asset.id}`)).status).toBe(204)
    })
  })

  describe('a published picture', () => {
    it('is made to fit the pixels of the display, and only that display may fetch it', async () => {
      const rig = await startContentRig(open)
      const asset = await uploaded(rig, await picture(4000, 3000).png().toBuffer(), { filename: 'large.png' })
      const { id: playlistId } = await playlistShowing(rig, asset.id)
      rig.state.displays = [display('lobby', { defaultPlaylistId: playlistId }), display('hall')]
      expect((await rig.request('POST', '/api/programme/publish?wait=60')).status).toBe(200)
      const programme = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme')).body)
      expect(programme.playlists[0]?.items[0]?.scene).toMatchObject({
        variants: [{ width: 1440, height: 1080, file: { mediaType: 'image/webp' } }],
      })
      const [file] = programme.files
      const path = `/api/player/files/${file?.sha256}`
      const whole = await rig.request('GET', path, { as: { display: 'lobby' } })
      expect(whole.bytes.length).toBe(file?.bytes)
      expect(await sharp(whole.bytes).metadata()).toMatchObject({ width: 1440, height: 1080, format: 'webp' })
      expect((await rig.request('GET', path, { as: { display: 'hall' } })).status).toBe(404)
      expect((await rig.request('GET', path, { as: 'admin' })).status).toBe(401)
      const original = `/api/player/files/${asset.sha256}`
      expect((await rig.request('GET', original, { as: { display: 'lobby' } })).status).toBe(404)
    })

    it('is sent in ranges, so that a download goes on where it stopped', async () => {
      const rig = await startContentRig(open)
      const asset = await uploaded(rig, await picture(100, 100).png().toBuffer(), { filename: 'a.png' })
      const { id } = await playlistShowing(rig, asset.id)
      rig.state.displays = [display('lobby', { defaultPlaylistId: id })]
      await rig.request('POST', '/api/programme/publish?wait=60')
      const get = (range: string, more: Record<string, string> = {}) =>
        rig.request('GET', `/api/player/files/${asset.sha256}`, {
          as: { display: 'lobby' },
          headers: { range, ...more },
        })
      const rest = await get('bytes=10-')
      expect(rest).toMatchObject({ status: 206 })
      expect(rest.headers.get('content-range')).toBe(`bytes 10-${asset.bytes - 1}/${asset.bytes}`)
      expect(rest.bytes.length).toBe(asset.bytes - 10)
      const past = await get(`bytes=${asset.bytes}-`)
      expect(past).toMatchObject({ status: 416 })
      expect(past.headers.get('content-range')).toBe(`bytes */${asset.bytes}`)
      const another = await get('bytes=10-', { 'if-range': '"another"' })
      expect([another.status, another.bytes.length]).toEqual([200, asset.bytes])
    })
  })

  describe('garbage collection', () => {
    it('deletes what nothing names once it has been in the bin for 30 days, and keeps what is on a display or can be brought back', async () => {
      const rig = await startContentRig(open)
      const shown = await uploaded(rig, await picture(50, 50, 'red').png().toBuffer(), { filename: 'shown.png' })
      const unused = await uploaded(rig, await picture(50, 50, 'blue').png().toBuffer(), { filename: 'unused.png' })
      const playlist = await playlistShowing(rig, shown.id)
      rig.state.displays = [display('lobby', { defaultPlaylistId: playlist.id })]
      await rig.request('POST', '/api/programme/publish?wait=60')
      rig.state.displays = [display('lobby')]
      await rig.request('DELETE', `/api/playlists/${playlist.id}`)
      for (const { id } of [shown, unused]) {
        expect((await rig.request('DELETE', `/api/assets/${id}`)).status).toBe(204)
      }
      rig.state.now = new Date(rig.state.now.getTime() + 29 * DAY_MS)
      const collect = () =>
        collectGarbage({
          ...rig.media,
          publishedFiles: rig.programmes.publishedFiles,
          now: () => rig.state.now,
        })
      expect(await collect()).toBe(0)
      rig.state.now = new Date(rig.state.now.getTime() + 2 * DAY_MS)
      // Two thumbnails and the unused picture; the published one stays although its asset is gone.
      expect(await collect()).toBe(3)
      expect(await storedFiles(rig)).toEqual([shown.sha256])
      const file = await rig.request('GET', `/api/player/files/${shown.sha256}`, { as: { display: 'lobby' } })
      expect(file).toMatchObject({ status: 200 })
      expect(file.headers.get('content-type')).toBe('image/png')
      await rig.request('POST', '/api/programme/publish?wait=60')
      expect(await collect()).toBe(0)
      expect(await storedFiles(rig)).toEqual([shown.sha256])
    })
  })

  describe('a venue', () => {
    const actor = { kind: 'local', ip: '127.0.0.1' } as const
    const drawing = (mark: string, kioskIds: string[]) => ({
      title: { ja: '館内図' },
      document: Buffer.from(JSON.stringify({ mark })),
      levels: [{ id: 'first', ordinal: 0, shortName: { ja: '1F' }, kioskIds }],
    })

    it('is kept up to date as one asset, with the levels to choose from', async () => {
      const rig = await startContentRig(open)
      const id = await rig.assets.keepVenue(null, drawing('old', []), actor)
      expect(await rig.assets.keepVenue(id, drawing('old', []), actor)).toBe(id)
      expect(await rig.assets.list()).toMatchObject([{ id, kind: 'venue', fileVersion: 1, version: 1 }])
      expect(await rig.assets.keepVenue(id, drawing('new', ['k1']), actor)).toBe(id)
      const [kept] = await rig.assets.media()
      expect(kept).toMatchObject({ id, fileVersion: 2, version: 2, levels: drawing('new', ['k1']).levels })
      expect(await readFile(rig.media.files.pathOf(kept?.file.sha256 ?? ''), 'utf8')).toBe('{"mark":"new"}')
    })

    it('becomes another asset when staff threw the one there was away', async () => {
      const rig = await startContentRig(open)
      const id = await rig.assets.keepVenue(null, drawing('old', []), actor)
      await rig.assets.remove(id, actor)
      const next = await rig.assets.keepVenue(id, drawing('new', []), actor)
      expect(next).not.toBe(id)
      expect(await rig.assets.list()).toMatchObject([{ id: next }])
    })
  })
})
