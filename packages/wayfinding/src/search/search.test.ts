import { describe, expect, it, test } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import { search } from '../route/dijkstra.ts'
import { costsFor } from '../route/profiles.ts'
import { sampleTexts, venueIn } from '../testing/read-files.ts'
import type { Asked } from './asked-entries.ts'
import { findEntries } from './find-entries.ts'
import { folded } from './fold.ts'
import { nearestOf } from './nearest.ts'
import { plainRomaji, romajiOf } from './romaji.ts'
import { indexVenue } from './venue-index.ts'

const venue = venueIn(sampleTexts())
const built = buildGraph(venue)
const index = indexVenue(venue, built.graph)
const first = (query: string) => findEntries(index, query)[0]?.entry.name.ja
const kiosk = built.graph.places.get(venue.kiosks[0]?.id ?? '') ?? []

describe('searching the sample city hall', () => {
  it.each([
    ['市民課', '市民課'],
    ['しみんか', '市民課'],
    ['シミンカ', '市民課'],
    ['ｼﾐﾝｶ', '市民課'],
    ['shiminka', '市民課'],
    ['Siminka', '市民課'],
    ['市民', '市民課'],
    ['Citizens Division', '市民課'],
    ['citizens div', '市民課'],
    ['住民票', '市民課'],
    ['じゅうみんひょう', '市民課'],
    ['juuminhyou', '市民課'],
    ['jūminhyō', '市民課'],
    ['住民票の写しがほしい', '市民課'],
    ['引っ越し', '市民課'],
    ['マイナンバーカード', '市民課'],
    ['ごみ', 'ごみ対策課'],
    ['粗大ゴミ', 'ごみ対策課'],
    ['gomi', 'ごみ対策課'],
    ['rác', 'ごみ対策課'],
    ['国民健康保険', '保険年金課'],
    ['児童手当', '子育て支援課'],
    ['介護保険', '高齢福祉課'],
    ['障害者手帳', '障害福祉課'],
    ['避難所', '防災危機管理課'],
    ['3番', '市民課'],
    ['３番窓口', '市民課'],
    ['counter 3', '市民課'],
    ['授乳室', '授乳室'],
    ['aed', 'AED'],
    ['ＡＥＤ', 'AED'],
    ['だれでもトイレ', '多目的トイレ'],
    ['保健年金課', '保険年金課'],
  ])('%s finds %s', (query, name) => {
    expect(first(query)).toBe(name)
  })

  it.each(['トイレ', 'toilet', 'wc', '화장실', 'nhà vệ sinh', 'ห้องน้ำ', 'туалет'])('%s finds toilets', (query) => {
    const kinds = findEntries(index, query).map(({ entry }) => entry.category.split('.')[0])
    expect(kinds.length).toBeGreaterThan(9)
    expect(new Set(kinds)).toEqual(new Set(['restroom']))
  })

  it('finds nothing in nothing, in what nobody knows, and in what is for staff', () => {
    for (const query of ['', ' ', '！？', '水族館へ行く道', '機械室']) expect(findEntries(index, query)).toEqual([])
  })

  it('names a room once, though data have it as a room, an office and a sign', () => {
    const ids = findEntries(index, '市民ギャラリー').filter(({ entry }) => entry.name.ja === '市民ギャラリー')
    expect(ids).toHaveLength(1)
    expect(findEntries(index, '授乳室').map(({ entry }) => entry.kind)).toEqual(['amenity', 'amenity'])
  })

  it('puts the nearest of equals first', () => {
    const { costs } = search(built.graph, costsFor(built.graph, 'shortest'), kiosk)
    const toilets = findEntries(index, '多目的トイレ', costs).map(({ entry }) => entry.levelId)
    expect(toilets[0]).toBe(venue.kiosks[0]?.levelId)
  })

  it.each([
    ['toilet', 'restroom'],
    ['accessible-toilet', 'restroom.wheelchair'],
    ['nursing', 'mothersroom'],
    ['aed', 'defibrillator'],
    ['atm', 'atm'],
  ] as const)('knows the nearest %s', (kind, category) => {
    const found = nearestOf(venue, built, kiosk, kind, 'step-free')
    const feature = [...venue.amenities, ...venue.units].find(({ id }) => id === found?.id)
    expect(feature?.category.startsWith(category)).toBe(true)
    expect(found?.route.metres).toBeGreaterThan(0)
  })

  it('knows the nearest exit', () => {
    const found = nearestOf(venue, built, kiosk, 'exit', 'shortest')
    expect(venue.openings.find(({ id }) => id === found?.id)?.name?.ja).toBe('正面出入口')
  })
})

describe('searching what staff have written down', () => {
  const idOf = (name: string) => venue.occupants.find((one) => one.name.ja === name)?.id ?? ''
  const asked: Asked = {
    errands: [
      {
        id: 'seal',
        name: { ja: '印鑑登録', 'ja-x-easy': '印鑑《いんかん》の 登録《とうろく》', en: 'Seal registration' },
        placeId: idOf('市民課'),
        words: ['はんこ'],
        rank: 0,
      },
      { id: 'gone', name: { ja: '移転した手続き' }, placeId: 'nowhere', words: [], rank: null },
    ],
    faqs: [
      {
        id: 'parking',
        question: { ja: '駐車場はありますか', en: 'Is there a car park?' },
        answer: { ja: '地下にあります' },
        placeId: null,
        words: ['くるま'],
      },
    ],
    synonyms: [['はんこ', '実印', 'スタンプ']],
  }
  const withAsked = indexVenue(venue, built.graph, asked)
  const found = (query: string) => findEntries(withAsked, query)[0]?.entry

  it('names an errand by its name, its reading and its words, and knows where it is done', () => {
    for (const query of ['印鑑登録', 'いんかんの', 'inkan', 'seal reg', 'はんこ'])
      expect(found(query)).toMatchObject({ id: 'seal', kind: 'errand', placeId: idOf('市民課') })
  })

  it('knows words of the same meaning', () => {
    expect(found('実印')?.id).toBe('seal')
    expect(found('スタンプ')?.id).toBe('seal')
    expect(first('スタンプ')).toBeUndefined()
  })

  it('answers a question by the words in it, with a place or without', () => {
    expect(found('駐車場')).toMatchObject({ id: 'parking', kind: 'faq', placeId: null, levelId: null })
    expect(found('くるま')?.id).toBe('parking')
    expect(found('移転した手続き')).toMatchObject({ id: 'gone', placeId: null })
  })

  it('still puts an office that is called so before a question that mentions it', () => {
    expect(found('市民課')?.kind).toBe('occupant')
  })
})

describe('letters', () => {
  it('are folded to what is compared', () => {
    expect(folded(' ｴﾚﾍﾞｰﾀｰ・２Ｆ ')).toBe('えれべた2f')
    expect(folded('ガッコウ きゅうしょく')).toBe('がつこうきゆうしよく')
    expect(folded('Đường Müller')).toBe('duongmuller')
    expect(folded('पानी')).toBe('पानी'.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, ''))
  })

  it.each([
    ['じゅうみんひょう', 'juminhyo', 'jyuuminnhyou'],
    ['ほけんねんきんか', 'hokennenkinka', 'hokennenkinka'],
    ['しんぶん', 'shinbun', 'shimbun'],
    ['こうつう', 'kotsu', 'koutuu'],
    ['がっこう', 'gakko', 'gakkou'],
    ['まっちゃ', 'maccha', 'matcha'],
  ])('%s is romanised alike by every system', (kana, romaji, typed) => {
    expect(romajiOf(kana)).toBe(romaji)
    expect(plainRomaji(typed)).toBe(romaji)
  })
})

test('who sits in a staff room is found by staff alone', () => {
  const names = (found: ReturnType<typeof indexVenue>): string[] =>
    findEntries(found, '市長室').map(({ entry }) => entry.name.ja)
  expect(names(index)).toEqual([])
  expect(names(indexVenue(venue, built.graph, undefined, 'staff'))).toContain('市長室')
})

test('a name in plain Japanese is found as it is written, whatever reading stands above it', () => {
  const [hit] = findEntries(index, '市民課')
  expect(hit?.entry.name['ja-x-easy']).toBe('市民課《しみんか》')
  expect(hit?.score).toBe(1)
})
