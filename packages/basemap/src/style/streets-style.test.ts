import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { streetsStyle } from './streets-style.ts'

const tiles = { url: 'town://{z}/{x}/{y}', minZoom: 11, maxZoom: 15 }

test.each(['protomaps', 'gsi'] as const)(
  'the style for layers of %s is sound, and asks for nothing but its tiles',
  (schema) => {
    const style = streetsStyle(schema, tiles, 35.7)
    expect(validateStyleMin(style)).toEqual([])
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
    expect(JSON.stringify(style)).not.toContain('http')
    expect(Object.values(style.sources)).toEqual([{ type: 'vector', tiles: [tiles.url], minzoom: 11, maxzoom: 15 }])
  },
)
