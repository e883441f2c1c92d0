import { type AssetFolder, type AssetView, WHOLE } from '@akari/protocol'
import { expect, test } from 'vitest'
import { EVERYTHING, expiryOf, found, missingLanguages, pathOf, tagsOf } from './library-filter.ts'

const NOW = new Date('2026-11-22T09:00:00+09:00')

function asset(id: string, more: Partial<AssetView> = {}): AssetView {
  return {
    id,
    kind: 'image',
    title: { ja: id },
    alt: null,
    folderId: null,
    tags: [],
    validFrom: null,
    validUntil: null,
    framing: WHOLE,
    filename: `${id}.png`,
    sha256: 'a'.repeat(64),
    bytes: 10,
    mediaType: 'image/png',
    width: 100,
    height: 50,
    durationMs: null,
    probed: true,
    ready: true,
    thumbnailUrl: null,
    variants: [],
    variantOf: null,
    levels: [],
    usedIn: [],
    createdAt: '2026-11-22T09:00:00+09:00',
    updatedAt: '2026-11-22T09:00:00+09:00',
    fileVersion: 1,
    version: 1,
    ...more,
  }
}

const folder = (id: string, name: string, parentId: string | null = null): AssetFolder => ({
  id,
  name,
  parentId,
  version: 1,
  createdAt: '2026-11-22T09:00:00+09:00',
})
const FOLDERS = [folder('e', '行事'), folder('f', '秋まつり', 'e')]
const ids = (all: AssetView[], query: Partial<typeof EVERYTHING>) =>
  found(all, FOLDERS, { ...EVERYTHING, ...query }, NOW).map(({ id }) => id)

test('a folder holds what is in its folders, too, and is found by its name', () => {
  const all = [asset('a', { folderId: 'f' }), asset('b', { folderId: 'e' }), asset('c')]
  expect(ids(all, { place: 'e', sort: 'title' })).toEqual(['a', 'b'])
  expect(ids(all, { place: 'loose' })).toEqual(['c'])
  expect(ids(all, { search: '秋まつり' })).toEqual(['a'])
  expect(pathOf(FOLDERS, 'f')).toBe('行事 / 秋まつり')
})

test('search reads titles, file names, tags and alternative text', () => {
  const all = [
    asset('a', { alt: { ja: '紅葉の公園' } }),
    asset('b', { tags: ['紅葉'] }),
    asset('c', { filename: '紅葉.png' }),
    asset('d'),
  ]
  expect(ids(all, { search: '紅葉', sort: 'title' })).toEqual(['a', 'b', 'c'])
  expect(ids(all, { tag: '紅葉' })).toEqual(['b'])
})

test('filters narrow together: what nobody uses, what ends, what lacks a language or a text', () => {
  const used = { usedIn: [{ kind: 'playlist' as const, id: 'p', name: 'p' }] }
  const all = [
    asset('soon', { ...used, validUntil: '2026-11-29T08:59:00+09:00' }),
    asset('over', { validUntil: '2026-11-22T09:00:00+09:00' }),
    asset('later', { validUntil: '2026-11-29T09:01:00+09:00', alt: { ja: 'x' } }),
  ]
  expect(all.map((each) => expiryOf(each, NOW))).toEqual(['soon', 'over', 'later'])
  expect(ids(all, { filters: ['expiring'] })).toEqual(['soon'])
  expect(ids(all, { filters: ['unused', 'noAlt'] })).toEqual(['over'])
  expect(ids(all, { sort: 'expiry' })).toEqual(['over', 'soon', 'later'])
})

test('languages are missing where there is no file for them; a venue needs none', () => {
  const some = asset('a', { variants: [{ language: 'en', assetId: 'b', thumbnailUrl: null }] })
  expect(missingLanguages(some)).toEqual(['ja-x-easy', 'zh-Hans', 'ko'])
  expect(missingLanguages(asset('v', { kind: 'venue' }))).toEqual([])
})

test('numbers in titles sort as people count, tags by how often they are used', () => {
  const all = [asset('市報 10', { tags: ['a'] }), asset('市報 9', { tags: ['b', 'a'] })]
  expect(ids(all, { sort: 'title' })).toEqual(['市報 9', '市報 10'])
  expect(tagsOf(all)).toEqual(['a', 'b'])
})
