import type { StreetsSchema } from '@akari/protocol'
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** What is drawn, from the ground up, whatever the tiles call it. */
interface Drawn {
  layer: string
  filter?: ExpressionSpecification
}

interface Names {
  green: Drawn[]
  fields: Drawn[]
  grounds: Drawn[]
  water: Drawn[]
  streams: Drawn[]
  buildings: Drawn[]
  paths: Drawn[]
  lanes: Drawn[]
  streets: Drawn[]
  avenues: Drawn[]
  rails: Drawn[]
}

const field = (name: string, ...values: string[]): ExpressionSpecification => ['in', ['get', name], ['literal', values]]
const kind = (...kinds: string[]): ExpressionSpecification => field('kind', ...kinds)
const shape = (...types: string[]): ExpressionSpecification => ['in', ['geometry-type'], ['literal', types]]
const both = (one: ExpressionSpecification, other: ExpressionSpecification): ExpressionSpecification => [
  'all',
  one,
  other,
]
const not = (filter: ExpressionSpecification): ExpressionSpecification => ['!', filter]

const MAIN = field('vt_rdctg', '国道', '主要道路', '都道府県道', '高速自動車国道等')
const WIDE = field('vt_rnkwidth', '5.5m-13m未満', '13m-19.5m未満', '19.5m以上')
const NARROW = field('vt_rnkwidth', '3m未満')

/** Layers of Protomaps, version 4 (docs.protomaps.com/basemaps/layers), and of 国土地理院 最適化ベクトルタイル (属性一覧 2022). */
const NAMES: Record<StreetsSchema, Names> = {
  protomaps: {
    green: [
      { layer: 'landuse', filter: kind('park', 'forest', 'wood', 'grass', 'nature_reserve', 'garden', 'cemetery') },
    ],
    fields: [{ layer: 'landuse', filter: kind('farmland', 'orchard', 'allotments', 'meadow', 'scrub', 'golf_course') }],
    grounds: [
      {
        layer: 'landuse',
        filter: kind('school', 'university', 'college', 'kindergarten', 'hospital', 'pitch', 'playground'),
      },
    ],
    water: [{ layer: 'water', filter: shape('Polygon', 'MultiPolygon') }],
    streams: [{ layer: 'water', filter: shape('LineString', 'MultiLineString') }],
    buildings: [{ layer: 'buildings', filter: kind('building') }],
    paths: [{ layer: 'roads', filter: kind('path') }],
    lanes: [{ layer: 'roads', filter: kind('minor_road', 'other') }],
    streets: [{ layer: 'roads', filter: kind('medium_road') }],
    avenues: [{ layer: 'roads', filter: kind('major_road', 'highway') }],
    rails: [{ layer: 'roads', filter: kind('rail') }],
  },
  gsi: {
    green: [],
    fields: [],
    grounds: [],
    water: [{ layer: 'WA' }],
    streams: [{ layer: 'RvrCL' }],
    buildings: [{ layer: 'BldA', filter: shape('Polygon', 'MultiPolygon') }],
    paths: [{ layer: 'RdCL', filter: both(NARROW, not(MAIN)) }],
    lanes: [{ layer: 'RdCL', filter: both(not(WIDE), both(not(NARROW), not(MAIN))) }],
    streets: [{ layer: 'RdCL', filter: both(WIDE, not(MAIN)) }],
    avenues: [{ layer: 'RdCL', filter: MAIN }],
    rails: [{ layer: 'RailCL' }],
  },
}

/** Quiet enough to lie beneath routes, marks and names; none of the colours of alerts. */
const COLOURS = {
  land: '#f4f0e7',
  green: '#d3e4ca',
  field: '#e6ead3',
  grounds: '#efe5d0',
  water: '#bcd8e5',
  building: '#e6dece',
  buildingEdge: '#dad0bf',
  way: '#ffffff',
  wayEdge: '#d3c9b7',
  avenue: '#fffdf5',
  avenueEdge: '#b9ab92',
  path: '#ddd2bf',
  rail: '#8f8a82',
  railGap: '#ffffff',
}
const METRES_AROUND = 40_075_017
const SOURCE = 'town'

/** The streets in our look, without letters and pictures: a style that asks for nothing but the tiles at `tilesUrl`. */
export function streetsStyle(
  schema: StreetsSchema,
  tiles: { url: string; minZoom: number; maxZoom: number },
  lat: number,
): StyleSpecification {
  const names = NAMES[schema]
  /** So many metres on the ground, at every zoom. */
  const metres = (wide: number, most = 200): ExpressionSpecification => {
    const atZero = (wide * 512) / (METRES_AROUND * Math.cos((lat * Math.PI) / 180))
    const [from, to] = [8, 20]
    return ['interpolate', ['exponential', 2], ['zoom'], from, atZero * 2 ** from, to, Math.min(most, atZero * 2 ** to)]
  }
  const fills = (name: keyof Names, colour: string, edge?: string): LayerSpecification[] =>
    names[name].map(({ layer, filter }, n) => ({
      id: `${name} ${n}`,
      type: 'fill',
      source: SOURCE,
      'source-layer': layer,
      ...(filter === undefined ? {} : { filter }),
      paint: { 'fill-color': colour, ...(edge === undefined ? {} : { 'fill-outline-color': edge }) },
    }))
  const lines = (
    name: keyof Names,
    part: string,
    colour: string,
    wide: number,
    dash?: number[],
  ): LayerSpecification[] =>
    names[name].map(({ layer, filter }, n) => ({
      id: `${name} ${part} ${n}`,
      type: 'line',
      source: SOURCE,
      'source-layer': layer,
      ...(filter === undefined ? {} : { filter }),
      layout: { 'line-cap': dash === undefined ? 'round' : 'butt', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': metres(wide),
        ...(dash === undefined ? {} : { 'line-dasharray': dash }),
      },
    }))
  return {
    version: 8,
    sources: {
      [SOURCE]: { type: 'vector', tiles: [tiles.url], minzoom: tiles.minZoom, maxzoom: tiles.maxZoom },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': COLOURS.land } },
      ...fills('grounds', COLOURS.grounds),
      ...fills('fields', COLOURS.field),
      ...fills('green', COLOURS.green),
      ...fills('water', COLOURS.water),
      ...lines('streams', 'line', COLOURS.water, 7),
      ...fills('buildings', COLOURS.building, COLOURS.buildingEdge),
      ...lines('paths', 'line', COLOURS.path, 3),
      ...lines('lanes', 'edge', COLOURS.wayEdge, 11),
      ...lines('streets', 'edge', COLOURS.wayEdge, 18),
      ...lines('avenues', 'edge', COLOURS.avenueEdge, 29),
      ...lines('lanes', 'way', COLOURS.way, 7.5),
      ...lines('streets', 'way', COLOURS.way, 12.5),
      ...lines('avenues', 'way', COLOURS.avenue, 21),
      ...lines('rails', 'line', COLOURS.rail, 9),
      ...lines('rails', 'gap', COLOURS.railGap, 5, [3, 3]),
    ],
  }
}
