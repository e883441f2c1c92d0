import { OfficeCalendar } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { display, EVERY_DAY, image, inEveryLanguage, item, notice } from '../testing/content-samples.ts'
import { compile, ProgrammeContent } from './compile.ts'
import { type Draft, indexDraft } from './content.ts'

const PLACE = { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' }
const EMPTY: Draft = { playlists: [], entries: [], streams: [], assets: [] }

function entry(id: string, playlistId: string, targets: { displayIds?: string[]; groups?: string[] }) {
  const { displayIds = [], groups = [] } = targets
  return { id, name: id, playlistId, priority: 'normal', rule: EVERY_DAY, targets: { displayIds, groups } } as const
}

function compiled(draft: Partial<Draft>, target = display('lobby')): ProgrammeContent {
  return ProgrammeContent.parse(compile(target, indexDraft({ ...EMPTY, ...draft }), PLACE))
}

describe('compile', () => {
  it('takes the entries for the display itself and for its groups, and no others', () => {
    const playlists = ['a', 'b', 'c'].map((id) => ({ id, name: id, items: [item('1', notice('x'))] }))
    const entries = [
      entry('z-own', 'a', { displayIds: ['lobby'] }),
      entry('a-group', 'b', { groups: ['待合', 'ロビー'] }),
      entry('other', 'c', { displayIds: ['elsewhere'], groups: ['議会'] }),
    ]
    const programme = compiled({ playlists, entries }, display('lobby', { groups: ['ロビー'] }))
    expect(programme.entries.map(({ id }) => id)).toEqual(['a-group', 'z-own'])
    expect(programme.playlists.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('brings the calendar along for entries that keep to its days, and for no others', () => {
    const calendar = OfficeCalendar.parse({ closedWeekdays: ['SA', 'SU'] })
    const playlists = [{ id: 'a', name: 'a', items: [item('1', notice('x'))] }]
    const plain = entry('plain', 'a', { displayIds: ['lobby'] })
    expect(compiled({ playlists, entries: [plain], calendar })).not.toHaveProperty('calendar')
    const days = { only: null, except: ['closed' as const] }
    const weekdays = { ...plain, id: 'weekdays', rule: { ...EVERY_DAY, days } }
    const programme = compiled({ playlists, entries: [plain, weekdays], calendar })
    expect(programme.calendar).toEqual(calendar)
    expect(programme.entries.at(-1)?.rule.days).toEqual(days)
  })

  it('brings the default playlist along although no entry names it', () => {
    const playlists = [{ id: 'night', name: '夜間', items: [item('1', notice('x'))] }]
    const programme = compiled({ playlists }, display('lobby', { defaultPlaylistId: 'night' }))
    expect(programme.defaultPlaylistId).toBe('night')
    expect(programme.playlists.map(({ id }) => id)).toEqual(['night'])
  })

  it('tells how a playlist runs, and nothing of one that runs as usual', () => {
    const often = { ...item('1', notice('x')), weight: 2 }
    const usual = { id: 'usual', name: 'usual', items: [item('1', notice('x'))] }
    const own = { id: 'own', name: 'own', items: [often], sync: true, campaign: true, transition: 'cut' as const }
    const entries = [entry('e', 'own', { displayIds: ['lobby'] })]
    const programme = compiled({ playlists: [usual, own], entries }, display('lobby', { defaultPlaylistId: 'usual' }))
    expect(programme.playlists).toEqual([own, usual])
  })

  it('names no playlist that is not there', () => {
    const programme = compiled(
      { entries: [entry('e', 'gone', { displayIds: ['lobby'] })] },
      display('lobby', { defaultPlaylistId: 'gone' }),
    )
    expect(programme).toMatchObject({ defaultPlaylistId: null, entries: [], playlists: [] })
  })

  it('offers a picture in every language it has, the general one first', () => {
    const assets = [
      image('poster-ko', 'c', { variantOf: 'poster', language: 'ko' }),
      image('poster', 'a'),
      image('poster-en', 'b', { variantOf: 'poster', language: 'en' }),
    ]
    const scene = showing(assets, 'poster').playlists[0]?.items[0]?.scene
    expect(scene).toMatchObject({
      kind: 'image',
      variants: [
        { language: null, file: { sha256: 'a'.repeat(64) } },
        { language: 'en', file: { sha256: 'b'.repeat(64) } },
        { language: 'ko', file: { sha256: 'c'.repeat(64) } },
      ],
    })
  })

  it('sets a poster with its picture in every language, and without one that is gone', () => {
    const poster = { template: 'notice', body: inEveryLanguage('文') } as const
    const filled = { id: 'p1', title: inEveryLanguage('題'), poster, pictureId: 'photo' }
    const assets = [image('photo', 'a'), image('photo-en', 'b', { variantOf: 'photo', language: 'en' })]
    const playlists = [{ id: 'a', name: 'a', items: [item('1', { kind: 'poster', posterId: 'p1' })] }]
    const on = display('lobby', { defaultPlaylistId: 'a' })
    const pictured = compiled({ playlists, posters: [filled], assets }, on)
    expect(pictured.playlists[0]?.items[0]?.scene).toMatchObject({
      kind: 'poster',
      poster,
      picture: [{ language: null }, { language: 'en' }],
    })
    expect(pictured.files.map(({ sha256 }) => sha256[0])).toEqual(['a', 'b'])
    const bare = compiled({ playlists, posters: [filled] }, on).playlists[0]?.items[0]?.scene
    expect(bare).toEqual({ kind: 'poster', title: filled.title, poster })
    expect(compiled({ playlists }, on).playlists[0]?.items).toEqual([])
  })

  it('takes the rendition made for the pixels of this display', () => {
    const small = { sha256: 'd'.repeat(64), bytes: 5, mediaType: 'image/webp' }
    const renditions = [
      { purpose: '1080x1920', file: { ...small, sha256: 'e'.repeat(64) }, width: 1080, height: 540 },
      { purpose: '1920x1080', file: small, width: 1920, height: 960 },
    ]
    const programme = showing([image('poster', 'a', { width: 4000, height: 2000, renditions })], 'poster')
    expect(programme.playlists[0]?.items[0]?.scene).toMatchObject({ variants: [{ file: small, width: 1920 }] })
    expect(programme.files).toEqual([small])
  })

  it('shows a video that nobody measured as filling the display', () => {
    const poster = { sha256: 'f'.repeat(64), bytes: 5, mediaType: 'image/webp' }
    const film = image('film', 'a', {
      kind: 'video',
      width: null,
      height: null,
      renditions: [{ purpose: 'poster', file: poster, width: 10, height: 10 }],
    })
    const programme = showing([film], 'film')
    expect(programme.playlists[0]?.items[0]?.scene).toMatchObject({
      kind: 'video',
      poster,
      variants: [{ width: 1920, height: 1080 }],
    })
    expect(programme.files.map(({ sha256 }) => sha256[0])).toEqual(['a', 'f'])
  })

  it('leaves out what is missing: assets, levels and streams', () => {
    const venue = image('venue', 'a', { kind: 'venue', levels: [{ id: '1f', kioskIds: [] }] })
    const items = [
      item('1', { kind: 'asset', assetId: 'gone' }),
      item('2', { kind: 'floorMap', assetId: 'venue', levelId: '9f' }),
      item('3', { kind: 'floorMap', assetId: 'venue', levelId: '1f' }),
      item('4', { kind: 'live', streamId: 'gone' }),
      item('5', { kind: 'live', streamId: 'council' }),
      item('6', { kind: 'asset', assetId: 'venue' }),
    ]
    const streams = ['unused', 'council'].map((id) => ({ id, title: inEveryLanguage(id), url: 'http://s.example/a' }))
    const programme = compiled(
      { playlists: [{ id: 'p', name: 'p', items }], streams, assets: [venue] },
      display('lobby', { defaultPlaylistId: 'p' }),
    )
    expect(programme.playlists[0]?.items.map(({ id }) => id)).toEqual(['3', '5'])
    expect(programme.streams.map(({ id }) => id)).toEqual(['council'])
  })

  it('shows a sitting with its stream and its feeds, and in words alone where the stream is gone', () => {
    const sitting = { kind: 'sitting', title: inEveryLanguage('定例会'), sittingId: 's', captionsId: 'c' } as const
    const items = [
      item('1', { ...sitting, streamId: 'council' }),
      item('2', { ...sitting, sittingId: 't', streamId: 'gone' }),
    ]
    const streams = [{ id: 'council', title: inEveryLanguage('議場'), url: 'http://s.example/a' }]
    const programme = compiled(
      { playlists: [{ id: 'p', name: 'p', items }], streams },
      display('lobby', { defaultPlaylistId: 'p' }),
    )
    expect(programme.feeds).toEqual([{ feedId: 'c' }, { feedId: 's' }, { feedId: 't' }])
    expect(programme.streams).toEqual(streams)
    expect(programme.playlists[0]?.items.map(({ scene }) => scene)).toMatchObject([
      { sittingId: 's', streamId: 'council' },
      { sittingId: 't', streamId: null },
    ])
  })

  it('lists every file once, and gives the same bytes whatever order the draft comes in', () => {
    const assets = [image('x', 'b'), image('y', 'a'), image('y-en', 'b', { variantOf: 'y', language: 'en' })]
    const items = ['x', 'y', 'x'].map((assetId, n) => item(`${n}`, { kind: 'asset', assetId }))
    const playlists = ['q', 'p'].map((id) => ({ id, name: id, items }))
    const entries = ['2', '1'].map((id) => entry(id, id === '1' ? 'p' : 'q', { displayIds: ['lobby'] }))
    const one = compiled({ assets, playlists, entries })
    const other = compiled({
      assets: assets.toReversed(),
      playlists: playlists.toReversed(),
      entries: entries.toReversed(),
    })
    expect(one.files.map(({ sha256 }) => sha256[0])).toEqual(['a', 'b'])
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
  })
})

function showing(assets: Draft['assets'], assetId: string): ProgrammeContent {
  const playlists = [{ id: 'p', name: 'p', items: [item('1', { kind: 'asset', assetId })] }]
  return compiled({ assets, playlists }, display('lobby', { defaultPlaylistId: 'p' }))
}
