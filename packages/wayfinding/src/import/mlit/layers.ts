import { z } from 'zod'
import { fittingId } from '../fitting-id.ts'
import { collectionOf, readFeatures } from '../geojson.ts'
import type { ReportProblem } from '../import-problem.ts'
import type { Position } from '../plane.ts'
import { coordinatesOf } from './coordinates.ts'
import { FacilityFeature, FloorFeature, LinkFeature, NodeFeature, PavingFeature, SpaceFeature } from './schemas.ts'

const LAYERS = [
  'Floor',
  'Space',
  'Fixture',
  'Facility',
  'Opening',
  'Drawing',
  'TWSILine',
  'TWSIPoint',
  'node',
  'link',
] as const
type Layer = (typeof LAYERS)[number]

const Properties = z.record(z.string(), z.unknown())
const Raw = z.object({ geometry: z.unknown(), properties: Properties })
type Raw = z.infer<typeof Raw>

export type MlitLayers = {
  floors: z.infer<typeof FloorFeature>[]
  spaces: z.infer<typeof SpaceFeature>[]
  facilities: z.infer<typeof FacilityFeature>[]
  pavings: z.infer<typeof PavingFeature>[]
  nodes: z.infer<typeof NodeFeature>[]
  links: z.infer<typeof LinkFeature>[]
}

/** Is there anything of a pedestrian network or of indoor data by levels in these files? */
export function hasLayers(files: ReadonlyMap<string, string>): boolean {
  return [...files].some(([file, text]) =>
    (collectionOf(text)?.features ?? []).slice(0, 20).some((raw) => layerOf(file, raw) !== null),
  )
}

/** The features of all files by layer, in longitude and latitude. What cannot be read is reported and left out. */
export function readLayers(files: ReadonlyMap<string, string>, report: ReportProblem): MlitLayers {
  const layers: MlitLayers = { floors: [], spaces: [], facilities: [], pavings: [], nodes: [], links: [] }
  for (const [file, text] of files) {
    const collection = collectionOf(text)
    if (collection === null) {
      report({ code: 'file-unreadable', file, featureId: null, detail: null })
      continue
    }
    const byLayer = new Map<Layer, unknown[]>()
    for (const raw of collection.features) {
      const layer = layerOf(file, raw)
      if (layer === null) continue
      const some = byLayer.get(layer) ?? []
      some.push(identified(file, raw))
      byLayer.set(layer, some)
    }
    const convert = coordinatesOf(file, collection.crs, firstPosition(collection.features), report)
    if (convert === null) continue
    const read = <S extends z.ZodType<{ id: string }>>(layer: Layer, schema: S) =>
      readFeatures(file, byLayer.get(layer) ?? [], schema, report)
    const at = pair(convert)
    const areaOf = (geometry: [number, number][][][]) => geometry.map((part) => part.map((ring) => ring.map(at)))
    const add = <F extends { id: string }>(layer: F[], features: readonly F[], positionsOf: (one: F) => Position[]) => {
      for (const one of features) {
        if (positionsOf(one).every(isOnEarth)) layer.push(one)
        else report({ code: 'feature-unreadable', file, featureId: one.id, detail: 'geometry' })
      }
    }
    const floors = read('Floor', FloorFeature).map((one) => ({ ...one, geometry: areaOf(one.geometry) }))
    add(layers.floors, floors, ({ geometry }) => geometry.flat(2))
    const spaces = read('Space', SpaceFeature).map((one) => ({ ...one, geometry: areaOf(one.geometry) }))
    add(layers.spaces, spaces, ({ geometry }) => geometry.flat(2))
    const facilities = read('Facility', FacilityFeature).map((one) => ({ ...one, geometry: at(one.geometry) }))
    add(layers.facilities, facilities, ({ geometry }) => [geometry])
    const pavings = read('TWSILine', PavingFeature).map((one) => ({ ...one, geometry: one.geometry.map(at) }))
    add(layers.pavings, pavings, ({ geometry }) => geometry)
    const nodes = read('node', NodeFeature).map((one) => ({ ...one, geometry: at(one.geometry) }))
    add(layers.nodes, nodes, ({ geometry }) => [geometry])
    const links = read('link', LinkFeature).map((one) => ({ ...one, geometry: one.geometry?.map(at) ?? null }))
    add(layers.links, links, ({ geometry }) => geometry ?? [])
  }
  return layers
}

/** What a projection makes of coordinates that are none is no figure, or nowhere. */
function isOnEarth([lon, lat]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

function pair(
  convert: (position: readonly [number, number]) => Position,
): (position: [number, number]) => [number, number] {
  return (position) => {
    const [lon, lat] = convert(position)
    return [lon, lat]
  }
}

/** Which layer a feature is of: links and nodes by their ids, others by what they say or by the name of their file. */
function layerOf(file: string, raw: unknown): Layer | null {
  const feature = Raw.safeParse(raw)
  if (!feature.success) return layerOfFile(file)
  const { properties } = feature.data
  if ('start_id' in properties && 'end_id' in properties) return 'link'
  if ('node_id' in properties) return 'node'
  const said = properties['layer']
  return LAYERS.find((layer) => layer === said) ?? layerOfFile(file)
}

function layerOfFile(file: string): Layer | null {
  const last = /_([A-Za-z]+)(?:\.[a-z0-9]+)*\.(?:geo)?json$/i.exec(file)?.[1]?.toLowerCase()
  return LAYERS.find((layer) => layer.toLowerCase() === last) ?? null
}

/** These data keep the id among the properties, and the level in the name of the file. */
function identified(file: string, raw: unknown): unknown {
  const feature = Raw.safeParse(raw)
  if (!feature.success) return raw
  const { geometry, properties }: Raw = feature.data
  const said = properties['link_id'] ?? properties['node_id'] ?? properties['id']
  const id = typeof said === 'string' || typeof said === 'number' ? fittingId(String(said)) : said
  const level = properties['level'] ?? /_([A-Za-z0-9.-]+)_[A-Za-z]+(?:\.[a-z0-9]+)*\.(?:geo)?json$/i.exec(file)?.[1]
  return { id, geometry, properties: { ...properties, level } }
}

const First = z.object({ geometry: z.object({ coordinates: z.unknown() }) })

function firstPosition(features: readonly unknown[]): [number, number] | null {
  for (const raw of features) {
    let at: unknown = First.safeParse(raw).data?.geometry.coordinates
    while (Array.isArray(at) && Array.isArray(at[0])) at = at[0]
    const position = z.tuple([z.number(), z.number()]).rest(z.unknown()).safeParse(at)
    if (position.success) return [position.data[0], position.data[1]]
  }
  return null
}
