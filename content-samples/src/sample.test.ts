import { readFileSync, statSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { SampleItem } from './index.ts'
import {
  loadSample,
  loadSampleBoards,
  loadSampleGuide,
  loadSamplePosters,
  loadSampleTexts,
  samplePath,
} from './index.ts'

const sample = loadSample()
const texts = loadSampleTexts()
const images = sample.assets.flatMap((asset) =>
  asset.kind === 'image'
    ? [asset.file, ...Object.values(asset.variants)].map((file) => ({ file, width: asset.width, height: asset.height }))
    : [],
)
const keysOf = (things: readonly { key: string }[]): Set<string> => new Set(things.map(({ key }) => key))

function nameOf(item: SampleItem): string {
  switch (item.kind) {
    case 'asset':
      return item.asset
    case 'floorMap':
      return item.level
    case 'live':
      return item.stream
    case 'notice':
      return item.text
    case 'poster':
      return item.poster
    case 'layout':
      return item.layout
    case 'board':
      return item.board
  }
}

describe('the sample city hall', () => {
  it('uses each key once', () => {
    for (const things of [sample.assets, sample.streams, sample.playlists, sample.layouts, sample.displays]) {
      expect(keysOf(things).size).toBe(things.length)
    }
  })

  it('puts only things that exist into playlists', () => {
    const { features: levels } = z
      .object({ features: z.array(z.object({ properties: z.object({ short_name: z.object({ ja: z.string() }) }) })) })
      .parse(JSON.parse(readFileSync(samplePath('venue/level.geojson'), 'utf8')))
    const known = {
      asset: keysOf(sample.assets),
      live: keysOf(sample.streams),
      notice: new Set(Object.keys(texts)),
      poster: keysOf(loadSamplePosters()),
      layout: keysOf(sample.layouts),
      board: keysOf(loadSampleBoards()),
      floorMap: new Set(levels.map(({ properties }) => properties.short_name.ja)),
    }
    const missing = sample.playlists.flatMap(({ items }) => items).filter((item) => !known[item.kind].has(nameOf(item)))
    expect(missing).toEqual([])
  })

  it('lays out only playlists that exist and hold no layouts', () => {
    const plain = sample.playlists.filter(({ items }) => items.every(({ kind }) => kind !== 'layout'))
    for (const { landscape, portrait } of sample.layouts)
      for (const { playlist } of [...landscape, ...portrait]) expect(keysOf(plain)).toContain(playlist)
  })

  it('schedules only playlists and displays that exist, and stands each display at a kiosk of the venue', () => {
    const kiosks = readFileSync(samplePath('venue/kiosk.geojson'), 'utf8')
    for (const entry of sample.schedule) {
      expect(keysOf(sample.playlists)).toContain(entry.playlist)
      for (const display of entry.displays) expect(keysOf(sample.displays)).toContain(display)
    }
    for (const display of sample.displays) {
      expect(keysOf(sample.playlists)).toContain(display.defaultPlaylist)
      expect(kiosks).toContain(display.kiosk)
    }
  })

  it.each(images)('$file decodes at its stated size and stays light', async ({ file, width, height }) => {
    const { info } = await sharp(samplePath(file)).raw().toBuffer({ resolveWithObject: true })
    expect({ width: info.width, height: info.height }).toEqual({ width, height })
    expect(statSync(samplePath(file)).size).toBeLessThan(400_000)
  })

  it('has a video that starts before it is wholly loaded', () => {
    for (const asset of sample.assets) {
      if (asset.kind !== 'video') continue
      const bytes = readFileSync(samplePath(asset.file))
      expect(bytes.length).toBeLessThan(2_000_000)
      expect(bytes.toString('latin1', 4, 8)).toBe('ftyp')
      expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    }
  })

  it('answers what visitors ask, in every language, and sends them to places of the venue', () => {
    const { errands, faqs, synonyms } = loadSampleGuide()
    const places = new Set(
      ['occupant', 'amenity', 'unit'].flatMap((file) =>
        z
          .object({ features: z.array(z.object({ id: z.string() })) })
          .parse(JSON.parse(readFileSync(samplePath(`venue/${file}.geojson`), 'utf8')))
          .features.map(({ id }) => id),
      ),
    )
    const asked = [...errands, ...faqs]
    expect(asked.filter(({ placeId }) => placeId !== null && !places.has(placeId))).toEqual([])
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length)
    expect(errands.length).toBeGreaterThanOrEqual(24)
    expect(faqs.length).toBeGreaterThanOrEqual(20)
    expect(new Set(synonyms.flat()).size).toBe(synonyms.flat().length)
    const ranks = errands.flatMap(({ rank }) => rank ?? [])
    expect(ranks).toEqual(ranks.map((_, n) => n))
  })
})
