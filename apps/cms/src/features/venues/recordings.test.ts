import { AssetView, type FileRef, VenueGuide } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, type OpenDatabases } from '../../db/testing.ts'
import { tone } from '../testing/sound.ts'
import { upload } from '../testing/upload.ts'
import { KIOSK, startVenueRig } from '../testing/venue-rig.ts'

/** A building with a display in it, and a recording in the media library. */
async function lobby(open: OpenDatabases) {
  const rig = await startVenueRig(open)
  await rig.standing('lobby', KIOSK)
  const { id } = await rig.imported()
  await upload(rig.url, tone(1), { filename: 'welcome.wav' })
  const [asset] = AssetView.array().parse((await rig.request('GET', '/api/assets')).body)
  if (asset === undefined) throw new Error('no recording')
  const { sha256, bytes, mediaType } = asset
  const file: FileRef = { sha256, bytes, mediaType }
  const record = (what: FileRef) => rig.edit(id, { recordings: [{ phrase: 'welcome', language: 'ja', file: what }] })
  const guide = async () => VenueGuide.parse((await rig.request('GET', `/api/venues/${id}/guide?of=published`)).body)
  return { rig, id, asset, file, record, guide }
}

onEachDatabase((open) => {
  describe('recorded sentences of a building', () => {
    it('are part of its guide and of what its displays fetch, and leave no trace where there are none', async () => {
      const { rig, id, file, record, guide } = await lobby(open)
      await rig.publish(id)
      expect(await guide()).not.toHaveProperty('recordings')
      expect((await record(file)).status).toBe(200)
      await rig.publish(id)
      expect((await guide()).recordings).toEqual([{ phrase: 'welcome', language: 'ja', file }])
      expect((await rig.programme('lobby')).files).toContainEqual(file)
      const fetched = await rig.request('GET', `/api/player/files/${file.sha256}`, { as: { display: 'lobby' } })
      expect([fetched.status, fetched.bytes.length]).toEqual([200, file.bytes])
      expect((await rig.venues.files()).has(file.sha256)).toBe(true)
      await rig.edit(id, { recordings: [] })
      await rig.publish(id)
      expect(await guide()).not.toHaveProperty('recordings')
      expect((await rig.programme('lobby')).files).not.toContainEqual(file)
    })

    it('are files of the media library, which keeps them while a building says them', async () => {
      const { rig, id, asset, file, record } = await lobby(open)
      const refused = await record({ ...file, sha256: 'f'.repeat(64) })
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'edits.recordings.0.file' }] } })
      await record(file)
      const kept = await rig.request('DELETE', `/api/assets/${asset.id}`)
      expect(kept).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect((await rig.request('GET', `/api/assets/${asset.id}/uses`)).body).toMatchObject([{ kind: 'venue', id }])
      await rig.edit(id, { recordings: [] })
      expect((await rig.request('DELETE', `/api/assets/${asset.id}`)).status).toBe(204)
    })
  })
})
