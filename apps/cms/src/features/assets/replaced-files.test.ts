import { AssetFileVersion } from '@akari/protocol'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase } from '../../db/testing.ts'
import { startContentRig } from '../testing/content-rig.ts'
import { display } from '../testing/content-samples.ts'
import { upload } from '../testing/upload.ts'
import { added, one, patch, playing, published } from './testing/library.ts'

onEachDatabase((open) => {
  describe('another file for an asset', () => {
    it('is shown from the next publication on, and the one before comes back', async () => {
      const rig = await startContentRig(open)
      const asset = await added(rig, 'red', [1600, 900])
      rig.state.displays = [display('lobby', { defaultPlaylistId: await playing(rig, asset.id) })]
      await patch(rig, asset, { framing: { focus: null, crops: { '4:3': { x: 0, y: 0, width: 0.75, height: 1 } } } })
      const before = await published(rig)
      const replaced = await added(rig, 'blue', [1600, 900], { replaces: asset.id, replacesVersion: '2' })
      expect(replaced).toMatchObject({ id: asset.id, fileVersion: 2, title: { ja: 'red' }, filename: 'blue.png' })
      expect(replaced.sha256).not.toBe(asset.sha256)
      expect(Object.keys(replaced.framing.crops)).toEqual(['4:3'])
      expect(replaced.thumbnailUrl).not.toBe(asset.thumbnailUrl)
      expect(await published(rig)).toMatchObject({ scene: { variants: [{ file: { sha256: replaced.sha256 } }] } })
      const restore = `/api/assets/${asset.id}/versions/1/restore`
      expect((await rig.request('POST', restore, { body: { version: 2 } })).status).toBe(409)
      expect((await rig.request('POST', restore, { body: { version: 3 } })).status).toBe(200)
      expect(await published(rig)).toEqual(before)
      const versions = await rig.request('GET', `/api/assets/${asset.id}/versions`)
      expect(
        z
          .array(AssetFileVersion)
          .parse(versions.body)
          .map(({ number, filename, restoredFrom, createdBy }) => [number, filename, restoredFrom, createdBy]),
      ).toEqual([
        [3, 'red.png', 1, 'user:editor'],
        [2, 'blue.png', null, 'user:editor'],
        [1, 'red.png', null, 'user:editor'],
      ])
      const small = await rig.request('GET', `/api/assets/${asset.id}/versions/2/thumbnail`)
      expect(small.headers.get('content-type')).toBe('image/webp')
      const history = await rig.request('GET', `/api/assets/${asset.id}/history`)
      expect(
        z
          .array(z.object({ action: z.string() }))
          .parse(history.body)
          .map(({ action }) => action),
      ).toEqual(['asset.revert', 'asset.replace', 'asset.change', 'asset.create'])
    })

    it('loses the crops of another shape, and must be of the same kind and asset version', async () => {
      const rig = await startContentRig(open)
      const asset = await added(rig, 'red', [160, 90])
      const framing = { focus: { x: 0.2, y: 0.3 }, crops: { '4:3': { x: 0, y: 0, width: 0.75, height: 1 } } }
      await patch(rig, asset, { framing })
      const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'blue' } })
        .png()
        .toBuffer()
      const replace = (replacesVersion: string) =>
        upload(rig.url, png, { filename: 'a.png', replaces: asset.id, replacesVersion })
      expect(await replace('1')).toMatchObject({ status: 409, problem: { code: 'conflict' } })
      expect(await replace('2')).toMatchObject({ assetId: asset.id, how: 'replaced' })
      expect((await one(rig, asset.id)).framing).toEqual({ focus: { x: 0.2, y: 0.3 }, crops: {} })
      // The file it was is nobody's name now: whoever brings it again gets an asset of its own.
      expect((await added(rig, 'red', [160, 90])).id).not.toBe(asset.id)
    })
  })
})
