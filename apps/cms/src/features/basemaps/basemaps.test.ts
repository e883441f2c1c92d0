import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { writeArchive } from '@akari/basemap'
import { sampleStreets } from '@akari/content-samples'
import {
  type Basemap,
  BasemapPicture,
  BasemapTiles,
  BoardHead,
  type BoardInput,
  boardScene,
  BoardView,
  PlaylistView,
  Programme,
} from '@akari/protocol'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, openFreshSqlite } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, inEveryLanguage, item } from '../testing/content-samples.ts'

const CORNER = { lat: 35.7, lon: 139.5 }
const { tilesPath, picturePath, area, attribution } = sampleStreets()
const TILES = readFileSync(tilesPath)
/** Smaller than what browsers send: it is drawn anew each time. */
const PICTURE = await sharp(picturePath).resize(200).webp().toBuffer()

function town(basemap: Basemap): BoardInput {
  const boundary = [[CORNER, { lat: 35.71, lon: 139.5 }, { lat: 35.71, lon: 139.52 }]]
  const map = {
    format: 1 as const,
    name: { ja: 'あかり市' },
    boundary,
    areas: [],
    lines: [],
    places: [],
    attribution: [],
  }
  return { title: inEveryLanguage('まちの地図'), board: { kind: 'townMap', map, basemap }, version: 0 }
}

async function sent(rig: ContentRig): Promise<Basemap> {
  const tiles = BasemapTiles.parse((await rig.request('POST', '/api/basemaps/tiles', { raw: TILES })).body)
  const picture = BasemapPicture.parse((await rig.request('POST', '/api/basemaps/pictures', { raw: PICTURE })).body)
  return { tiles: tiles.tiles, schema: tiles.schema, attribution, picture: { file: picture.file, area } }
}

onEachDatabase((open) => {
  describe('street maps', () => {
    it('that staff send are read whole, kept, and shown to them before a board names them', async () => {
      const rig = await startContentRig(open)
      const answer = await rig.request('POST', '/api/basemaps/tiles', { raw: TILES })
      expect(answer.status).toBe(201)
      expect(answer.body).toMatchObject({
        schema: 'protomaps',
        minZoom: 11,
        maxZoom: 15,
        attribution: 'あかり市（見本の地図）',
      })
      const { tiles } = BasemapTiles.parse(answer.body)
      const file = await rig.request('GET', `/api/files/${tiles.sha256}`, { as: 'viewer' })
      expect(file.bytes.equals(TILES)).toBe(true)
      expect(rig.state.audited).toEqual(['basemap.tiles'])
      const as = 'viewer'
      expect((await rig.request('POST', '/api/basemaps/tiles', { raw: TILES, as })).status).toBe(403)
    })

    it('go with the town map into the programme, also beneath the bus map that lies over it', async () => {
      const rig = await startContentRig(open)
      const basemap = await sent(rig)
      const board = BoardView.parse((await rig.request('POST', '/api/boards', { body: town(basemap) })).body)
      const items = [item('town', { kind: 'board', boardId: board.id })]
      const list = await rig.request('POST', '/api/playlists', { body: { name: 'まち', items, version: 0 } })
      rig.state.displays.push(display('d1', { defaultPlaylistId: PlaylistView.parse(list.body).id }))
      await rig.request('POST', '/api/programme/publish', { body: {} })
      const programme = Programme.parse((await rig.request('GET', '/api/displays/d1/programme')).body)
      const [scene] = programme.playlists.flatMap((playlist) => playlist.items.map((each) => each.scene))
      expect(scene).toMatchObject({ kind: 'townMap', basemap })
      const over = { kind: 'busMap' as const, feeds: [{ feedId: 'bus' }], mapId: board.id }
      const below = {
        board: { ...board.board, ...(scene?.kind === 'townMap' ? { kind: scene.kind, map: scene.map } : {}) },
      }
      expect(
        boardScene({ title: board.title, board: over }, () => BoardHead.pick({ board: true }).parse(below)),
      ).toMatchObject({
        basemap,
      })
      const files = programme.files.map(({ sha256 }) => sha256)
      expect(files).toEqual(expect.arrayContaining([basemap.tiles.sha256, basemap.picture?.file.sha256]))
      const player = { as: { display: 'd1' } }
      expect((await rig.request('GET', `/api/player/files/${basemap.tiles.sha256}`, player)).status).toBe(200)
    })

    it('are named by a board only as what they were sent as, and never without their source', async () => {
      const rig = await startContentRig(open)
      const basemap = await sent(rig)
      const made = async (changed: object) =>
        (await rig.request('POST', '/api/boards', { body: town({ ...basemap, ...changed }) })).status
      expect(await made({ tiles: { ...basemap.tiles, sha256: 'f'.repeat(64) } })).toBe(400)
      expect(await made({ tiles: { ...basemap.tiles, bytes: 1 } })).toBe(400)
      expect(await made({ schema: 'gsi' })).toBe(400)
      expect(await made({ picture: { ...basemap.picture, file: { ...basemap.tiles, mediaType: 'image/webp' } } })).toBe(
        400,
      )
      expect(await made({ attribution: { text: { ja: '' } } })).toBe(400)
      expect(await made({})).toBe(201)
    })

    it('are forgotten when no board has named them for a month, and kept while one does', async () => {
      const rig = await startContentRig(open)
      const basemap = await sent(rig)
      const named = new Set([basemap.tiles.sha256])
      await rig.basemaps.housekeep(new Set())
      expect(await rig.basemaps.files()).toHaveLength(2)
      rig.state.now = new Date(rig.state.now.getTime() + 31 * 86_400_000)
      await rig.basemaps.housekeep(named)
      expect((await rig.basemaps.files()).map(({ sha256 }) => sha256)).toEqual([...named])
    })
  })
})

describe('what is no street map', () => {
  it('is refused with the reason, and nothing of it stays', async () => {
    const rig = await startContentRig(openFreshSqlite)
    const refusal = async (raw: Uint8Array<ArrayBuffer>, to = 'tiles') => {
      const answer = await rig.request('POST', `/api/basemaps/${to}`, { raw })
      return [answer.status, JSON.stringify(answer.body)]
    }
    const foreign = writeArchive(
      {
        south: 35,
        west: 139,
        north: 36,
        east: 140,
        tiles: [{ place: { z: 0, x: 0, y: 0 }, bytes: Buffer.from('GgEAeAI=', 'base64') }],
        metadata: {},
      },
      (plain) => gzipSync(plain),
    )
    expect(await refusal(new Uint8Array(Buffer.from('<html>')))).toEqual([
      422,
      expect.stringContaining('PMTiles のファイル'),
    ])
    expect(await refusal(new Uint8Array(TILES.subarray(0, 9000)))).toEqual([
      422,
      expect.stringContaining('途中で切れて'),
    ])
    expect(await refusal(new Uint8Array(foreign))).toEqual([422, expect.stringMatching(/描き方|壊れて/)])
    expect(await refusal(new Uint8Array())).toEqual([422, expect.stringContaining('PMTiles のファイル')])
    expect(await refusal(new Uint8Array(Buffer.from('<svg/>')), 'pictures')).toEqual([
      422,
      expect.stringContaining('読み取れません'),
    ])
    expect(await rig.basemaps.files()).toEqual([])
  })
})
