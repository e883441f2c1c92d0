import { type AssetView, WHOLE } from '@akari/protocol'
import { expect, test } from 'vitest'
import { type Library, levelTitle, sceneOfDraft, sceneOfPoster } from './scene-of-draft.ts'

function asset(id: string, more: Partial<AssetView>): AssetView {
  return {
    id,
    kind: 'image',
    title: { ja: '秋まつり', en: 'Autumn festival' },
    filename: `${id}.png`,
    sha256: id.repeat(64).slice(0, 64),
    bytes: 10,
    mediaType: 'image/png',
    width: 100,
    height: 50,
    durationMs: null,
    probed: true,
    thumbnailUrl: null,
    variants: [],
    variantOf: null,
    levels: [],
    usedIn: [],
    createdAt: '2026-11-22T09:00:00+09:00',
    updatedAt: '2026-11-22T09:00:00+09:00',
    alt: null,
    folderId: null,
    tags: [],
    validFrom: null,
    validUntil: null,
    framing: WHOLE,
    ready: true,
    fileVersion: 1,
    version: 1,
    ...more,
  }
}

function library(...assets: AssetView[]): Library {
  return { assets, streams: [], layouts: [], posters: [], boards: [], sittings: [] }
}

test('files of other languages become variants of one scene', () => {
  const english = asset('b', { variantOf: { assetId: 'a', language: 'en' } })
  const main = asset('a', { variants: [{ language: 'en', assetId: 'b', thumbnailUrl: null }] })
  const scene = sceneOfDraft({ kind: 'asset', assetId: 'a' }, library(main, english))
  expect(scene?.kind === 'image' && scene.variants.map(({ language }) => language)).toEqual([null, 'en'])
})

test('a video of unknown size is previewed as a wide one', () => {
  const film = asset('a', { kind: 'video', width: null, height: null, probed: false })
  const scene = sceneOfDraft({ kind: 'asset', assetId: 'a' }, library(film))
  expect(scene?.kind === 'video' && [scene.variants[0]?.width, scene.variants[0]?.height]).toEqual([1920, 1080])
})

test('what was deleted has no preview', () => {
  expect(sceneOfDraft({ kind: 'asset', assetId: 'gone' }, library())).toBeNull()
  expect(sceneOfDraft({ kind: 'live', streamId: 'gone' }, library())).toBeNull()
})

test('a level is named by the venue and its own short name in both languages', () => {
  const venue = asset('v', {
    kind: 'venue',
    title: { ja: '本庁舎', en: 'Main building' },
    levels: [{ id: 'l2', ordinal: 1, shortName: { ja: '2階', en: '2F' } }],
  })
  expect(levelTitle(venue, 'l2')).toEqual({ ja: '本庁舎 2階', en: 'Main building 2F' })
})

test('a poster brings its picture along, and stands without one that is gone', () => {
  const poster = { title: { ja: '題' }, poster: { template: 'notice' as const, body: { ja: '文' } }, pictureId: 'a' }
  expect(sceneOfPoster(poster, [asset('a', {})])).toMatchObject({ kind: 'poster', picture: [{ language: null }] })
  expect(sceneOfPoster(poster, [])).toEqual({ kind: 'poster', title: poster.title, poster: poster.poster })
})
