import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { samplePath } from '@akari/content-samples'
import { zipFile } from '@akari/zip/testing'
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
  return new Uint8Array(zipFile(files.flatMap(([path, content]) => (content === null ? [] : [{ path, content }]))))
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
