import { IdParam, Programme, VenueGuide, VenueImported } from '@akari/protocol'
import { expect, it } from 'vitest'
import { startCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'
import { KIOSK } from '../testing/venue-rig.ts'
import { venueZip } from '../testing/venue-zip.ts'

it('a whole server imports in its threads, publishes to the display in the building, and follows the desk', async () => {
  const cms = await startCms(null, { env: { AKARI_PUBLIC_URL: 'https://akari.example.jp' } })
  const editor = await signedIn(cms, 'ueda', 'editor')
  const headers = { 'content-type': 'application/octet-stream' }
  const sent = await cms.call('POST', '/api/venues?filename=hall.zip', { raw: venueZip(), as: editor, headers })
  const { venue } = VenueImported.parse(sent.body)
  const profile = { name: 'ロビー', widthPx: 1920, heightPx: 1080, mmPerPx: 0.6, viewingDistanceM: 3, touch: true }
  const made = await cms.call('POST', '/api/displays', {
    body: { profile: { ...profile, kioskId: KIOSK } },
    as: cms.local,
  })
  const { id } = IdParam.parse(made.body)
  await cms.call('POST', '/api/programme/publish?wait=60', { as: cms.local })
  const publish = { body: { version: venue.version }, as: editor }
  expect((await cms.call('POST', `/api/venues/${venue.id}/publish`, publish)).status).toBe(200)
  const programme = async () =>
    Programme.parse((await cms.call('GET', `/api/displays/${id}/programme`, { as: editor })).body)
  const first = await programme()
  expect(first).toMatchObject({ publicUrl: 'https://akari.example.jp', guide: { mediaType: 'application/json' } })

  const fitFor = { flood: true, landslide: true, earthquake: true, fire: true }
  const shelter = { name: { ja: '見本小学校' }, address: { ja: '見本町' }, fitFor, open: true, version: 0 }
  await cms.call('POST', '/api/shelters', { body: shelter, as: cms.local })
  await expect.poll(async () => (await programme()).guide?.sha256, { timeout: 30_000 }).not.toBe(first.guide?.sha256)
  const told = await cms.call('GET', `/api/venues/${venue.id}/guide?of=published`, { as: editor })
  expect(VenueGuide.parse(told.body).shelters).toMatchObject([{ name: { ja: '見本小学校' }, open: true }])
})
