import { gzipSync } from 'node:zlib'
import { mercatorY, type TilePlace, writeArchive } from '@akari/basemap'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { GeoArea } from '@akari/protocol'
import { aroundHall } from '../../around-hall.ts'
import type { Spot } from './plane.ts'
import { type StreetThing, townStreets } from './town-streets.ts'

const LAYERS = ['landuse', 'water', 'roads', 'buildings'] as const
const ZOOMS = { from: 11, to: 15 }
/** At smaller zooms it would be a grey field. */
const FROM_ZOOM = { building: 14, minor_road: 12, path: 13 } as const
const AREA: GeoArea = {
  southWest: aroundHall({ east: -2350, north: -2850 }),
  northEast: aroundHall({ east: 2350, north: 2850 }),
}

/** How far they reach. */
export function streetsArea(): GeoArea {
  return AREA
}

/** The streets of the sample's town as PMTiles in the layers of Protomaps; the same bytes at every run with one zlib. */
export function streetTiles(): Uint8Array {
  const things = townStreets()
  const tiles = Array.from({ length: ZOOMS.to - ZOOMS.from + 1 }, (_, n) => tilesOf(things, ZOOMS.from + n)).flat()
  const { southWest, northEast } = AREA
  const area = { south: southWest.lat, west: southWest.lon, north: northEast.lat, east: northEast.lon }
  const metadata = {
    name: 'あかり市（見本）',
    attribution: 'あかり市（見本の地図）',
    vector_layers: LAYERS.map((id) => ({ id, fields: { kind: 'String' }, minzoom: ZOOMS.from, maxzoom: ZOOMS.to })),
  }
  return writeArchive({ ...area, tiles, metadata }, (plain) => gzipSync(plain, { level: 9 }))
}

function tilesOf(things: readonly StreetThing[], z: number): { place: TilePlace; bytes: Uint8Array }[] {
  const indexes = LAYERS.map((layer) => {
    const features = things.filter((thing) => thing.layer === layer && fromZoom(thing.kind) <= z).map(featureOf)
    const options = {
      maxZoom: z,
      indexMaxZoom: z,
      indexMaxPoints: 0,
      tolerance: z === ZOOMS.to ? 1 : 4,
      extent: 4096,
      buffer: 96,
    }
    return [layer, new GeoJSONVT({ type: 'FeatureCollection', features }, options)] as const
  })
  return placesOf(z).flatMap((place) => {
    const layers = indexes.flatMap(([layer, index]) => {
      const tile = index.getTile(place.z, place.x, place.y)
      return tile === null || tile.features.length === 0 ? [] : [[layer, tile] as const]
    })
    return layers.length === 0
      ? []
      : [{ place, bytes: fromGeojsonVt(Object.fromEntries(layers), { version: 2, extent: 4096 }) }]
  })
}

function fromZoom(kind: string): number {
  return Object.entries(FROM_ZOOM).find(([name]) => name === kind)?.[1] ?? ZOOMS.from
}

/** Every place of this zoom that the area touches. */
function placesOf(z: number): TilePlace[] {
  const column = (lon: number): number => Math.floor(((lon + 180) / 360) * 2 ** z)
  const row = (lat: number): number => Math.floor((0.5 - mercatorY(lat) / 360) * 2 ** z)
  const [left, right] = [column(AREA.southWest.lon), column(AREA.northEast.lon)]
  const [top, bottom] = [row(AREA.northEast.lat), row(AREA.southWest.lat)]
  const places: TilePlace[] = []
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) places.push({ z, x, y })
  return places
}

function featureOf({ kind, shape, points }: StreetThing) {
  const line = points.map(degrees)
  const geometry =
    shape === 'area'
      ? { type: 'Polygon' as const, coordinates: [line] }
      : { type: 'LineString' as const, coordinates: line }
  return { type: 'Feature' as const, properties: { kind }, geometry }
}

function degrees([east, north]: Spot): [number, number] {
  const { lat, lon } = aroundHall({ east, north })
  return [lon, lat]
}
