import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { floorFeatures } from './floor-features.ts'
import type { Feature, Labels } from './imdf.ts'
import { feature, point, polygon, uuid } from './imdf.ts'
import { firstFloor } from './level-1f.ts'
import { secondFloor } from './level-2f.ts'
import { thirdFloor } from './level-3f.ts'
import { basement } from './level-b1.ts'
import { occupantFeatures, OccupantPlan } from './occupant-features.ts'
import type { Metres } from './plane.ts'

const OUTLINE: Metres[] = [
  [0, 6],
  [26, 6],
  [32, 0],
  [40, 0],
  [46, 6],
  [72, 6],
  [72, 30],
  [46, 30],
  [40, 36],
  [32, 36],
  [26, 30],
  [0, 30],
]
const SITE: Metres[] = [
  [-8, -12],
  [80, -12],
  [80, 46],
  [-8, 46],
]
const DRAWN_ON = '2026-04-01T00:00:00.000Z'

const here = (file: string): URL => new URL(file, import.meta.url)
const names = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(JSON.parse(readFileSync(here('names.json'), 'utf8')))
const occupants = z.array(OccupantPlan).parse(JSON.parse(readFileSync(here('occupants.json'), 'utf8')))
const levels = [basement, firstFloor, secondFloor, thirdFloor]

function name(key: string): Labels {
  const labels = names[key]
  if (labels === undefined) throw new Error(`names.json has no "${key}"`)
  return labels
}

const site: Feature[] = [
  feature('address', 'hall', null, {
    address: '中町三丁目（見本）',
    unit: null,
    locality: '小金井市',
    province: 'JP-13',
    country: 'JP',
    postal_code: '184-0012',
    postal_code_ext: null,
    postal_code_vanity: null,
  }),
  feature(
    'venue',
    'hall',
    polygon(SITE, (at) => at),
    {
      category: 'governmentfacility',
      restriction: null,
      name: name('venue'),
      alt_name: null,
      hours: 'Mo-Fr 08:30-17:15',
      website: null,
      phone: null,
      display_point: point([36, 18]),
      address_id: uuid('address/hall'),
    },
  ),
  feature('building', 'hall', null, {
    category: 'unspecified',
    restriction: null,
    name: name('venue'),
    alt_name: null,
    display_point: point([36, 18]),
    address_id: uuid('address/hall'),
  }),
  ...['ground', 'subterranean'].map((category) =>
    feature('footprint', category, polygon(OUTLINE), { category, name: null, building_ids: [uuid('building/hall')] }),
  ),
]

/** The archive as text by file name: one collection per feature type and the manifest (OGC 20-094). */
export function drawVenue(): Map<string, string> {
  const features = [
    ...site,
    ...levels.flatMap((level) => floorFeatures(level, OUTLINE, name)),
    ...occupants.flatMap((occupant) => occupantFeatures(occupant, levels, name)),
  ]
  const manifest = {
    version: '1.0.0',
    created: DRAWN_ON,
    generated_by: 'Akari sample city hall',
    language: 'ja',
    extensions: [],
  }
  const files = new Map([['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`]])
  for (const [type, members] of Map.groupBy(features, ({ feature_type }) => feature_type)) {
    const lines = members.map((member) => JSON.stringify(member)).join(',\n')
    files.set(`${type}.geojson`, `{"type":"FeatureCollection","name":"${type}","features":[\n${lines}\n]}\n`)
  }
  return files
}
