import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { zipFile } from '@akari/zip/testing'
import { describe, expect, it } from 'vitest'
import { openFreshSqlite } from '../../db/testing.ts'
import { KIOSK, startVenueRig } from '../testing/venue-rig.ts'
import { changedFeatures, venueZip } from '../testing/venue-zip.ts'
import { ThreadTooMuch } from '../asked-thread.ts'
import { startVenueThread, VENUE_WORKER_ENTRY } from './venue-thread.ts'

const far =
  (axis: number, by: number) =>
  (value: unknown): unknown =>
    Array.isArray(value)
      ? value.every((part) => typeof part === 'number')
        ? value.map((part: number, n) => (n === axis ? part + by : part))
        : value.map(far(axis, by))
      : value
const everywhere = (change: (coordinates: unknown) => unknown, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      changedFeatures(name, (features) =>
        features.map((feature) => ({
          ...feature,
          geometry:
            feature.geometry === null
              ? null
              : { ...feature.geometry, coordinates: change(feature.geometry.coordinates) as unknown[] },
        })),
      ),
    ]),
  )
const metres = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(metres) : typeof value === 'number' ? value * 100_000 : value
const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

/** What is no venue, by what it is. */
const HOSTILE: Record<string, () => Uint8Array<ArrayBuffer>> = {
  'no zip at all': () => new Uint8Array(Buffer.from('PK, and then nothing of the kind')),
  'a torn archive': () => venueZip().slice(0, 5000),
  'paths out of the archive': () =>
    new Uint8Array(zipFile(['../../../etc/venue.geojson', '/unit.geojson'].map((path) => ({ path, content: '{}' })))),
  'a bomb': () =>
    new Uint8Array(zipFile([{ path: 'level.geojson', content: new Uint8Array(2_000_000), size: 4_000_000_000 }])),
  'an archive that lies about its sizes': () =>
    new Uint8Array(zipFile([{ path: 'level.geojson', content: new Uint8Array(2_000_000), size: 10 }])),
  'no levels': () => venueZip({ 'level.geojson': null }),
  'no units': () => venueZip({ 'unit.geojson': null, 'level.geojson': '{"type":"FeatureCollection","features":[]}' }),
  'files that are no JSON': () => venueZip({ 'level.geojson': '<html>' }),
  'brackets without end': () => venueZip({ 'level.geojson': nested, 'unit.geojson': nested }),
  'metres in the place of degrees': () =>
    venueZip(everywhere(metres, ['level.geojson', 'unit.geojson', 'venue.geojson'])),
  'a building as large as a continent': () =>
    venueZip({
      'level.geojson': changedFeatures('level.geojson', (levels) =>
        levels.map((level, n) => ({
          ...level,
          geometry:
            level.geometry === null
              ? null
              : { ...level.geometry, coordinates: far(0, n * 20)(level.geometry.coordinates) as unknown[] },
        })),
      ),
    }),
  'something else': () => new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
}

describe('files that nobody should publish', () => {
  it('are refused with what is wrong, leave nothing behind, and the published venue stays', {
    timeout: 60_000,
  }, async () => {
    const rig = await startVenueRig(openFreshSqlite)
    await rig.standing('lobby', KIOSK)
    const { id } = await rig.imported()
    await rig.publish(id)
    const before = [await rig.programme('lobby'), await rig.draft(id)]
    for (const [what, file] of Object.entries(HOSTILE)) {
      const answer = await rig.replan(id, file())
      expect([what, answer.status]).toEqual([what, 422])
      expect(answer.body).toMatchObject({ code: 'venue-refused', errors: expect.any(Array) })
      expect(answer.body).toHaveProperty(['errors', 0, 'message'], expect.stringMatching(/[ぁ-ん一-龠].* \/ /))
    }
    expect([await rig.programme('lobby'), await rig.draft(id)]).toEqual(before)
    expect(await readdir(join(rig.dataDir, 'ingest'))).toEqual([])
  })

  it('are told apart: a bomb is refused for what it would unpack to, before anything is unpacked', async () => {
    const rig = await startVenueRig(openFreshSqlite)
    const { status, body } = await rig.send(HOSTILE['a bomb']?.())
    expect(status).toBe(422)
    expect(body).toHaveProperty(['errors', 0, 'message'], expect.stringMatching(/中身が大きすぎる.*（4000000000 B）/))
  })

  it('with more faults than anybody reads are kept with the first of them and their number', async () => {
    const rig = await startVenueRig(openFreshSqlite)
    const torn = Array.from({ length: 2500 }, (_, n) => ({
      id: `torn-${n}`,
      geometry: { type: 'Polygon', coordinates: [] },
      properties: { category: 'room' },
    }))
    const units = changedFeatures('unit.geojson', (features) => [...features, ...torn])
    const { id } = await rig.imported(venueZip({ 'unit.geojson': units }))
    const { problems, problemCount } = await rig.report(id)
    expect([problems.length, problemCount]).toEqual([500, 2500])
    expect(await rig.venueRows.found(id, 1)).toMatchObject({ told: { length: 2000 }, count: 2500 })
    expect(await rig.venueRows.plan(id, 1)).not.toHaveProperty('problems')
    const refused = await rig.replan(id, venueZip({ 'unit.geojson': units, 'level.geojson': null }))
    expect(refused.body).toMatchObject({ errors: { length: 500 } })
    const [, count] = /（(\d+)件）/.exec(JSON.stringify(refused.body)) ?? []
    expect(Number(count)).toBeGreaterThanOrEqual(2500)
  })

  it('name the features that are left out of an archive that is a venue all the same', async () => {
    const rig = await startVenueRig(openFreshSqlite)
    const units = changedFeatures('unit.geojson', (features) => [
      ...features,
      ...features.slice(0, 1),
      { id: 'bowtie', geometry: { type: 'Polygon', coordinates: [] }, properties: { category: 'room' } },
    ])
    const { id } = await rig.imported(venueZip({ 'unit.geojson': units }))
    const { problems } = await rig.report(id)
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['duplicate-id', 'feature-unreadable']))
    expect(problems.find(({ code }) => code === 'feature-unreadable')).toMatchObject({ feature: 'bowtie' })
  })

  it('are not even read when they are empty, too large, or no bytes', async () => {
    const rig = await startVenueRig(openFreshSqlite)
    const post = (headers: Record<string, string>, raw: Uint8Array<ArrayBuffer>) =>
      rig.request('POST', '/api/venues?filename=x.zip', { raw, headers })
    expect(await post({}, new Uint8Array())).toMatchObject({ status: 422, body: { code: 'venue-refused' } })
    expect(await post({ 'content-type': 'text/plain' }, venueZip())).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media' },
    })
    const huge = new Uint8Array(100 * 1024 * 1024 + 1)
    expect(await post({}, huge)).toMatchObject({
      status: 413,
      body: { code: 'too-large', detail: '館内図は 100MB まで読めます / A floor map is 100 MB at most' },
    })
    expect(await rig.request('POST', '/api/venues', { raw: venueZip() })).toMatchObject({ status: 400 })
    expect(await readdir(join(rig.dataDir, 'ingest'))).toEqual([])
  })

  it('that take too long are given up with their thread, and the next one is read', async () => {
    const options = { entry: VENUE_WORKER_ENTRY, idleMs: 60_000, memoryMb: 256 }
    const hurried = startVenueThread({ ...options, limitMs: 1 })
    const patient = startVenueThread({ ...options, limitMs: 60_000 })
    const nothing = { path: import.meta.filename, name: 'x.ts' }
    await expect(hurried.read(nothing)).rejects.toBeInstanceOf(ThreadTooMuch)
    await expect(hurried.read(nothing)).rejects.toBeInstanceOf(ThreadTooMuch)
    expect(await patient.read(nothing)).toMatchObject({ ok: false })
    await hurried.close()
    await patient.close()
  })
})
