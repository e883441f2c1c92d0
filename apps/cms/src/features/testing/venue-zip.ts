import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { samplePath } from '@akari/content-samples'
import { z } from 'zod'

const Feature = z.looseObject({
  id: z.string(),
  geometry: z.looseObject({ coordinates: z.array(z.unknown()) }).nullable(),
  properties: z.record(z.string(), z.unknown()),
})
export type SampleFeature = z.infer<typeof Feature>
const Collection = z.looseObject({ features: z.array(Feature) })

/** The sample venue as a zip archive; files of it replaced by other texts, left out by null, or added. */
export function venueZip(changes: Readonly<Record<string, string | null>> = {}): Uint8Array<ArrayBuffer> {
  const folder = samplePath('venue')
  const sample = readdirSync(folder).map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')])
  const files = Object.entries({ ...Object.fromEntries(sample), ...changes })
  return stored(files.flatMap(([name, text]) => (text === null ? [] : [[name, text]])))
}

/** A file of the sample venue with its features changed. */
export function changedFeatures(name: string, change: (features: SampleFeature[]) => SampleFeature[]): string {
  const collection = Collection.parse(JSON.parse(readFileSync(join(samplePath('venue'), name), 'utf8')))
  return JSON.stringify({ ...collection, features: change(collection.features) })
}

const Outline = z.array(z.array(z.tuple([z.number(), z.number()])))

/** A public room inside another one, to which no door leads. */
export function closedRoom(features: SampleFeature[], id: string, name: string): SampleFeature[] {
  const room = features.find(({ properties }) => properties['category'] === 'room')
  if (room === undefined) throw new Error('the sample venue has no room')
  const [ring = []] = Outline.parse(room.geometry?.coordinates)
  const middle = [0, 1].map((axis) => ring.reduce((sum, at) => sum + (at[axis] ?? 0), 0) / ring.length)
  const half = ring.map((at) => at.map((value, axis) => ((middle[axis] ?? 0) + value) / 2))
  const properties = { ...room.properties, name: { ja: name }, display_point: null }
  return [...features, { ...room, id, geometry: { type: 'Polygon', coordinates: [half] }, properties }]
}

/** A zip archive (APPNOTE 6.3) of files that are not compressed. */
export function stored(files: readonly (readonly [string, string])[]): Uint8Array<ArrayBuffer> {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [path, text] of files) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(1 << 11, 2)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, content])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name]))
    parts.push(local)
    at += local.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, table, end]))
}
