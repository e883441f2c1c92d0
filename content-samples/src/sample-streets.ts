import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FeedAttribution, GeoArea } from '@akari/protocol'
import { z } from 'zod'

const Shown = z.object({ area: GeoArea })

/** The streets of the sample's town: tiles, and their picture with what it shows. */
export type SampleStreets = { tilesPath: string; picturePath: string; area: GeoArea; attribution: FeedAttribution }

const ATTRIBUTION: FeedAttribution = {
  text: {
    ja: 'あかり市（見本の地図）',
    'ja-x-easy': '｜あかり市《あかりし》',
    en: 'Akari City (sample map)',
    'zh-Hans': '明灯市（示例地图）',
    ko: '아카리시(견본 지도)',
  },
}

/** Throws a ZodError when damaged. */
export function sampleStreets(): SampleStreets {
  const path = (name: string): string => fileURLToPath(new URL(`../town/${name}`, import.meta.url))
  const { area } = Shown.parse(JSON.parse(readFileSync(path('streets.json'), 'utf8')))
  return { tilesPath: path('streets.pmtiles'), picturePath: path('streets.webp'), area, attribution: ATTRIBUTION }
}
