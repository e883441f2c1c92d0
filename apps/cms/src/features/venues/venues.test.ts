import { samplePath } from '@akari/content-samples'
import { VenueGuide, VenueVersion, VenueView, WayAnswer } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase } from '../../db/testing.ts'
import { KIOSK, startVenueRig } from '../testing/venue-rig.ts'
import { changedFeatures, closedRoom, venueZip } from '../testing/venue-zip.ts'

const CITIZENS = 'd6f92a55-3c57-5b24-a4ec-8cf610cb14f2'
const WITH_CLOSED_ROOM = () =>
  venueZip({ 'unit.geojson': changedFeatures('unit.geojson', (units) => closedRoom(units, 'annexe', '離れ')) })
const errand = (id: string, placeId: string) => ({ id, name: { ja: '住民票をとる' }, placeId, words: [], rank: 0 })

onEachDatabase((open) => {
  describe('a venue', () => {
    it('is imported by editors, with a report, and can be read by everybody', async () => {
      const rig = await startVenueRig(open)
      const answer = await rig.send()
      expect(answer).toMatchObject({
        status: 201,
        body: {
          venue: {
            plan: { number: 1, format: 'imdf', filename: 'hall.zip' },
            version: 1,
            published: null,
            assetId: null,
          },
          report: { version: 1, levels: 4, units: 110, unreachable: [], inTheWay: [], lost: [] },
        },
      })
      const [venue] = z.array(VenueView).parse((await rig.request('GET', '/api/venues', { as: 'viewer' })).body)
      expect(venue?.levels.map(({ shortName }) => shortName.ja)).toEqual(['B1', '1F', '2F', '3F'])
      const draft = await rig.draft(venue?.id ?? '')
      expect(draft.model.occupants.some(({ id }) => id === CITIZENS)).toBe(true)
      expect(rig.state.audited).toEqual(['venue.import'])
      expect(rig.state.announced).toEqual(['venues'])
      const viewer = await rig.request('POST', '/api/venues?filename=hall.zip', { as: 'viewer', raw: venueZip() })
      expect(viewer.status).toBe(403)
    })

    it('is one building, however often its file is brought', async () => {
      const rig = await startVenueRig(open)
      await rig.imported()
      expect(await rig.send()).toMatchObject({ status: 409, body: { code: 'already-exists' } })
    })

    it('is edited by one person after the other, and every version can be brought back', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported()
      expect((await rig.edit(id, { errands: [errand('e', CITIZENS)] })).body).toMatchObject({ version: 2, lost: [] })
      const { edits } = await rig.draft(id)
      const late = await rig.request('PUT', `/api/venues/${id}/edits`, { body: { version: 1, edits } })
      expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } })
      await rig.edit(id, { errands: [] })
      const restored = await rig.request('POST', `/api/venues/${id}/restore`, { body: { version: 3, restore: 2 } })
      expect(restored.body).toMatchObject({ version: 4 })
      expect((await rig.draft(id)).edits.errands).toHaveLength(1)
      const versions = z.array(VenueVersion).parse((await rig.request('GET', `/api/venues/${id}/versions`)).body)
      expect(versions.map(({ version, cause }) => [version, cause])).toEqual([
        [4, 'restored'],
        [3, 'edited'],
        [2, 'edited'],
        [1, 'imported'],
      ])
      const gone = await rig.request('POST', `/api/venues/${id}/restore`, { body: { version: 4, restore: 9 } })
      expect(gone.status).toBe(404)
    })

    it('takes all the edits that one building may have, and not any more', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported()
      const { model, edits, version } = await rig.draft(id)
      const levelId = model.levels[0]?.id ?? ''
      const nodes = Array.from({ length: 5000 }, (_, n) => {
        const at: [number, number] = [1000 + (n % 100), Math.floor(n / 100)]
        return { id: `drawn-node-${n}`, levelId, at, outside: false, unitIds: [] }
      })
      const way = { kind: 'walk', oneWay: false, metres: null, stepFree: true, tactile: false } as const
      const links = Array.from({ length: 10_000 }, (_, n) => {
        const [from, to] = [`drawn-node-${n % 5000}`, `drawn-node-${(n + 1 + Math.floor(n / 5000)) % 5000}`]
        return { ...way, id: `drawn-link-${n}`, from, to, passage: 'public' as const, hours: null }
      })
      const body = { version, edits: { ...edits, nodes, links } }
      expect(JSON.stringify(body).length).toBeGreaterThan(2 * 1024 * 1024)
      const saved = await rig.request('PUT', `/api/venues/${id}/edits`, { body })
      expect(saved).toMatchObject({ status: 200, body: { version: 2, lost: [] } })
      const padded = { version: 2, edits, padding: ' '.repeat(16 * 1024 * 1024) }
      const beyond = await rig.request('PUT', `/api/venues/${id}/edits`, { body: padded })
      expect(beyond).toMatchObject({ status: 413, body: { code: 'too-large' } })
      expect(beyond.body).toHaveProperty('detail', expect.stringContaining('16MB まで'))
    })

    it('keeps the last 50 versions, and the published one', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported()
      await rig.publish(id)
      const { edits } = await rig.draft(id)
      for (let version = 1; version <= 52; version++) {
        const saved = {
          version: version + 1,
          planNumber: 1,
          edits,
          at: '2026-11-22T00:00:00Z',
          by: 'x',
          cause: 'edited',
        }
        expect(await rig.venueRows.save(id, { ...saved, cause: 'edited' }, null)).toBe(true)
      }
      const versions = await rig.venueRows.versions(id)
      expect(versions.map(({ version }) => version)).toEqual([...Array.from({ length: 50 }, (_, n) => 53 - n), 1])
    })

    it('takes a newer plan under the edits, and names those that no longer find their feature', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported(WITH_CLOSED_ROOM())
      await rig.edit(id, {
        errands: [errand('e', CITIZENS), errand('away', 'annexe')],
        units: [{ id: 'annexe', passage: 'staff' }],
      })
      const answer = await rig.replan(id, venueZip())
      expect(answer.body).toMatchObject({
        venue: { version: 3, plan: { number: 2, filename: 'new.zip' } },
        report: {
          lost: [
            { of: 'unit', id: 'annexe', missing: 'annexe' },
            { of: 'errand', id: 'away', missing: 'annexe' },
          ],
        },
      })
      expect((await rig.draft(id)).edits.errands).toHaveLength(2)
      const late = await rig.request('PUT', `/api/venues/${id}/plan?filename=x.zip&version=1`, { raw: venueZip() })
      expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } })
    })

    it('tries ways on the draft: by name or id, and says why there is none', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported()
      const ask = async (from: string, to: string | null, profile: string) =>
        WayAnswer.parse((await rig.request('POST', `/api/venues/${id}/route`, { body: { from, to, profile } })).body)
      const way = await ask(KIOSK, '多目的ホール', 'step-free')
      expect(way).toMatchObject({ found: true, reason: null })
      expect(way.steps.map(({ kind }) => kind)).toContain('elevator')
      expect(await ask(KIOSK, null, 'evacuate')).toMatchObject({ found: true })
      expect(await ask(KIOSK, 'どこにもない課', 'shortest')).toMatchObject({ found: false, reason: 'to-unknown' })
      await rig.edit(id, { removedOccupantIds: [CITIZENS] })
      expect(await ask(KIOSK, CITIZENS, 'shortest')).toMatchObject({ found: false, reason: 'to-unknown' })
    })
  })

  describe('publishing a venue', () => {
    it('waits until every public room is reached, or accepted by name with a reason', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported(WITH_CLOSED_ROOM())
      const refused = await rig.publish(id)
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'venue-refused', errors: [{ path: 'annexe', message: '離れ' }] },
      })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('「離れ」'))
      await rig.edit(id, { accepted: [{ unitId: 'annexe', why: '工事が終わるまで入れない', by: 'somebody else' }] })
      expect((await rig.draft(id)).edits.accepted).toMatchObject([{ unitId: 'annexe', by: 'user:editor' }])
      expect(await rig.report(id)).toMatchObject({ unreachable: [{ id: 'annexe' }], inTheWay: [] })
      expect((await rig.publish(id)).status).toBe(200)
    })

    it('brings the guide to the displays that stand in it at once, and to no others', async () => {
      const rig = await startVenueRig(open)
      await rig.standing('lobby', KIOSK)
      await rig.standing('elsewhere', null)
      const { id } = await rig.imported()
      await rig.edit(id, { errands: [errand('e', CITIZENS)] })
      const before = await rig.programme('lobby')
      expect(before.guide).toBeUndefined()
      expect((await rig.publish(id)).status).toBe(200)
      const after = await rig.programme('lobby')
      expect(after.revision).toBeGreaterThan(before.revision)
      expect(after).toMatchObject({ publicUrl: 'https://akari.example.jp' })
      expect(after.closures).toBeUndefined()
      expect(after.files).toContainEqual(after.guide)
      expect((await rig.programme('elsewhere')).guide).toBeUndefined()
      const file = await rig.request('GET', `/api/player/files/${after.guide?.sha256}`, { as: { display: 'lobby' } })
      const guide = VenueGuide.parse(JSON.parse(file.bytes.toString('utf8')))
      expect(guide.errands).toMatchObject([{ id: 'e', placeId: CITIZENS }])
      expect((await rig.request('GET', `/api/venues/${id}/guide?of=published`)).body).toEqual(guide)
      expect((await rig.request('GET', `/api/venues/${id}/guide?of=draft`)).body).toEqual(guide)
      // What staff publish afterwards carries it as well, and nothing is left to publish.
      expect((await rig.request('GET', '/api/programme/draft')).body).toMatchObject({ changed: [] })
    })

    it('keeps its drawing in the media library, one asset for all its versions', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported()
      await rig.publish(id)
      const { assetId } = await rig.draft(id)
      expect(await rig.assets.list()).toMatchObject([{ id: assetId, kind: 'venue', fileVersion: 1 }])
      await rig.edit(id, { removedKioskIds: [KIOSK] })
      await rig.publish(id)
      const [asset] = await rig.assets.media()
      expect(asset).toMatchObject({ id: assetId, fileVersion: 2 })
      expect(asset?.levels.flatMap(({ kioskIds }) => kioskIds)).not.toContain(KIOSK)
    })

    it('is refused when somebody changed the draft meanwhile, and files of guides are never swept away', async () => {
      const rig = await startVenueRig(open)
      const { id, version } = await rig.imported()
      await rig.edit(id, {})
      const late = await rig.request('POST', `/api/venues/${id}/publish`, { body: { version } })
      expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } })
      await rig.publish(id)
      const kept = await rig.venues.files()
      rig.state.now = new Date(rig.state.now.getTime() + 2 * 86_400_000)
      await rig.library.housekeep(() => rig.venues.files())
      expect(kept.size).toBe(2)
      expect(await rig.media.files.missing([...kept])).toEqual(new Set())
    })

    it('follows the shelters: opening one makes the guide anew', async () => {
      const rig = await startVenueRig(open)
      await rig.standing('lobby', KIOSK)
      const { id } = await rig.imported()
      await rig.publish(id)
      const first = await rig.programme('lobby')
      const shelter = { id: 's', name: { ja: '見本小学校' }, address: null, version: 1, open: true }
      const fitFor = { flood: true, landslide: true, earthquake: true, fire: true }
      rig.state.shelters.push({ ...shelter, fitFor })
      rig.venues.sheltersChanged()
      await rig.venues.settled()
      const second = await rig.programme('lobby')
      expect(second.guide?.sha256).not.toBe(first.guide?.sha256)
      const guide = VenueGuide.parse((await rig.request('GET', `/api/venues/${id}/guide?of=published`)).body)
      expect(guide.shelters).toEqual([{ id: 's', name: shelter.name, address: null, at: null, open: true }])
      rig.venues.sheltersChanged()
      await rig.venues.settled()
      expect((await rig.programme('lobby')).revision).toBe(second.revision)
    })

    it('is deleted only when no display stands in it', async () => {
      const rig = await startVenueRig(open)
      const { id } = await rig.imported()
      await rig.standing('lobby', KIOSK)
      const refused = await rig.request('DELETE', `/api/venues/${id}`)
      expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('端末 lobby'))
      rig.state.displays = []
      expect((await rig.request('DELETE', `/api/venues/${id}`)).status).toBe(204)
      expect((await rig.request('GET', '/api/venues')).body).toEqual([])
      expect((await rig.request('GET', `/api/venues/${id}`)).status).toBe(404)
    })
  })

  it('a folder on the server is read like an archive, for the sample', async () => {
    const rig = await startVenueRig(open)
    const actor = { kind: 'local', ip: '127.0.0.1' } as const
    const { venue } = await rig.venues.create({ path: samplePath('venue'), name: 'venue' }, actor)
    expect(venue.plan).toMatchObject({ format: 'imdf', filename: 'venue', by: 'local:cli' })
  })
})
