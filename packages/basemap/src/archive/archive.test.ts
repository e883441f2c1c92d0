import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { PMTiles, zxyToTileId } from 'pmtiles'
import { expect, test } from 'vitest'
import { ArchiveFault, type ArchiveFaultCode } from './archive-fault.ts'
import { readArchive } from './read-archive.ts'
import { tileIdOf, type TilePlace } from './tile-ids.ts'
import { writeArchive } from './write-archive.ts'

const inflate = (packed: Uint8Array, most: number) =>
  Promise.resolve().then(() => new Uint8Array(gunzipSync(packed, { maxOutputLength: most })))
const gzip = (plain: Uint8Array) => gzipSync(plain)
const AREA = { south: 35.6, west: 139.4, north: 35.8, east: 139.6 }

const place = fc
  .integer({ min: 0, max: 14 })
  .chain((z) => fc.record({ z: fc.constant(z), x: fc.nat(2 ** z - 1), y: fc.nat(2 ** z - 1) }))
const tiles = fc.uniqueArray(
  fc.record({
    place,
    bytes: fc.constantFrom('a', 'b', 'water', 'streets').map((text) => new TextEncoder().encode(text)),
  }),
  { minLength: 1, maxLength: 40, selector: ({ place: { z, x, y } }) => `${z}/${x}/${y}` },
)

test('tiles have the numbers that the reference gives them', () => {
  fc.assert(fc.property(place, (at) => tileIdOf(at) === zxyToTileId(at.z, at.x, at.y)))
})

test('what is written is read again, here and by the reference, and nothing where no tile is', async () => {
  await fc.assert(
    fc.asyncProperty(tiles, place, async (given, elsewhere) => {
      const bytes = writeArchive({ ...AREA, tiles: given, metadata: { name: 'town' } }, gzip)
      const archive = await readArchive(bytes, inflate)
      const reference = new PMTiles({
        getKey: () => 'memory',
        getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer }),
      })
      expect(archive.count).toBe(given.length)
      expect(await archive.metadata()).toEqual({ name: 'town' })
      for (const at of [...given.map((each) => each.place), elsewhere]) {
        const known = await reference.getZxy(at.z, at.x, at.y)
        const expected = known === undefined ? null : new TextDecoder().decode(known.data)
        const found = await archive.tile(at)
        expect(found === null ? null : new TextDecoder().decode(found)).toBe(expected)
      }
    }),
    { numRuns: 40 },
  )
})

test('an archive that was damaged is refused as such or read: nothing else comes of it', async () => {
  const whole = writeArchive({ ...AREA, tiles: grid(), metadata: {} }, gzip)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, mask, cut) => {
        const bytes = cut ? whole.slice(0, at) : whole.map((byte, n) => (n === at ? byte ^ mask : byte))
        try {
          const archive = await readArchive(bytes, inflate)
          for await (const tile of archive.contents()) expect(tile.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveFault)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('a bomb is not unpacked', async () => {
  const bomb = { place: { z: 1, x: 0, y: 0 }, bytes: new Uint8Array(9 * 1024 * 1024) }
  const archive = await readArchive(writeArchive({ ...AREA, tiles: [bomb], metadata: {} }, gzip), inflate)
  await expect(archive.tile(bomb.place)).rejects.toThrow(ArchiveFault)
})

test('each kind of what is no archive of vector tiles is refused with its reason', async () => {
  const whole = writeArchive({ ...AREA, tiles: grid(), metadata: {} }, gzip)
  const changed = (at: number, value: number) => whole.map((byte, n) => (n === at ? value : byte))
  const cases: [Uint8Array, ArchiveFaultCode][] = [
    [new Uint8Array(), 'notTiles'],
    [new TextEncoder().encode('<html>'.repeat(40)), 'notTiles'],
    [changed(7, 4), 'otherVersion'],
    [changed(99, 2), 'notVector'],
    [changed(98, 3), 'otherPacking'],
    [whole.slice(0, 100), 'damaged'],
    [whole.slice(0, -1), 'damaged'],
    [changed(101, 30), 'damaged'],
  ]
  for (const [bytes, code] of cases) await expect(faultOf(bytes)).resolves.toBe(code)
})

const corpus = join(process.env['AKARI_CORPUS'] ?? '/nowhere', 'basemap')
const skipped = existsSync(corpus) ? null : 'AKARI_CORPUS names no folder with basemap/'
if (skipped !== null) process.stderr.write(`skipped: archives of others (${skipped})\n`)
test.skipIf(skipped !== null)('archives of others are read, and their broken ones refused', async () => {
  const good = await readArchive(new Uint8Array(readFileSync(join(corpus, 'pm-test_fixture_1.pmtiles'))), inflate)
  expect(good.count).toBe(1)
  expect(await good.tile({ z: 0, x: 0, y: 0 })).not.toBeNull()
  expect(await faultOf(new Uint8Array(readFileSync(join(corpus, 'pm-invalid.pmtiles'))))).not.toBeNull()
})

function grid(): { place: TilePlace; bytes: Uint8Array }[] {
  return Array.from({ length: 16 }, (_, n) => ({
    place: { z: 2, x: n % 4, y: Math.floor(n / 4) },
    bytes: new TextEncoder().encode(`tile ${n}`),
  }))
}

async function faultOf(bytes: Uint8Array): Promise<ArchiveFaultCode | null> {
  const error = await readArchive(bytes, inflate).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof ArchiveFault ? error.code : null
}
