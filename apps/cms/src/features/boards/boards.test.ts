import { BoardHead, type BoardInput, BoardView, FeedView, Programme, RouteLines, type TownMap } from '@akari/protocol'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, inEveryLanguage, item } from '../testing/content-samples.ts'

/** What the first two feeds of a rig are called. */
const [BUS, SKY] = ['id-1', 'id-2']
const CORNER = { lat: 35.7, lon: 139.5 }
const TOWN: TownMap = {
  format: 1,
  name: { ja: 'あかり市' },
  boundary: [[CORNER, { lat: 35.71, lon: 139.5 }, { lat: 35.71, lon: 139.52 }]],
  areas: [],
  lines: [],
  places: [{ id: 'hall', name: { ja: '市役所' }, kind: 'cityHall', at: CORNER, shelters: ['flee'] }],
  attribution: [],
}
const LINE: RouteLines['lines'][number] = {
  feedId: BUS,
  routeId: 'east',
  direction: null,
  points: [CORNER, { lat: 35.71, lon: 139.51 }],
}

function input(board: BoardInput['board'], ja = '次のバス'): BoardInput {
  return { title: inEveryLanguage(ja), board, version: 0 }
}
const DEPARTURES = input({ kind: 'departures', feeds: [{ feedId: BUS, stops: ['hall'] }], walkMinutes: 3 })
const TOWN_MAP = input({ kind: 'townMap', map: TOWN, here: CORNER }, 'まちの地図')
const busMap = (mapId: string | null) =>
  input({ kind: 'busMap', feeds: [{ feedId: BUS }], lines: [LINE], mapId }, 'バス')

async function rigWithFeeds(open: Parameters<typeof startContentRig>[0]): Promise<ContentRig> {
  const rig = await startContentRig(open)
  const nothing = { timetable: null, vehicles: null, trips: null, alerts: null, routes: [], stops: [] }
  const forecast = {
    forecast: 'https://sky.example.jp/f.json',
    office: '990000',
    area: '990010',
    place: null,
    heat: null,
  }
  const set = { everySeconds: 600, attribution: { text: { ja: '見本' } }, key: null, version: 0 }
  const added = async (name: string, source: object) =>
    FeedView.parse((await rig.request('POST', '/api/feeds', { body: { name, source, ...set } })).body).id
  await added('あかりバス', { kind: 'transit', ...nothing })
  await added('天気', { kind: 'weather', ...forecast })
  rig.state.audited.length = 0
  rig.state.announced.length = 0
  return rig
}

async function created(rig: ContentRig, body: BoardInput): Promise<BoardView> {
  return BoardView.parse((await rig.request('POST', '/api/boards', { body })).body)
}

onEachDatabase((open) => {
  describe('boards', () => {
    it('are created, listed, changed and deleted by editors', async () => {
      const rig = await rigWithFeeds(open)
      const board = await created(rig, DEPARTURES)
      expect(board).toMatchObject({ ...DEPARTURES, version: 1, usedIn: [] })
      const title = inEveryLanguage('市役所のバス')
      const changed = await rig.request('PUT', `/api/boards/${board.id}`, { body: { ...board, title } })
      expect(changed.body).toMatchObject({ title, version: 2, board: DEPARTURES.board })
      expect((await rig.request('GET', '/api/boards', { as: 'viewer' })).body).toEqual([changed.body])
      expect((await rig.request('DELETE', `/api/boards/${board.id}`)).status).toBe(204)
      expect((await rig.request('GET', '/api/boards')).body).toEqual([])
      expect(rig.state.audited).toEqual(['board.create', 'board.change', 'board.delete'])
      expect(rig.state.announced).toEqual(['boards', 'boards', 'boards'])
    })

    it('refuse the second of two people who started from the same version, and say when one is gone', async () => {
      const rig = await rigWithFeeds(open)
      const { id } = await created(rig, DEPARTURES)
      const body = { ...DEPARTURES, version: 1 }
      expect((await rig.request('PUT', `/api/boards/${id}`, { body })).status).toBe(200)
      const second = await rig.request('PUT', `/api/boards/${id}`, { body })
      expect(second).toMatchObject({ status: 409, body: { code: 'conflict' } })
      expect((await rig.request('PUT', '/api/boards/none', { body })).status).toBe(404)
      expect((await rig.request('DELETE', '/api/boards/none')).status).toBe(404)
    })

    it('stay while a playlist shows them or a bus map lies over them', async () => {
      const rig = await rigWithFeeds(open)
      const town = await created(rig, TOWN_MAP)
      const bus = await created(rig, busMap(town.id))
      const items = [item('1', { kind: 'board', boardId: bus.id }), item('2', { kind: 'board', boardId: bus.id })]
      await rig.request('POST', '/api/playlists', { body: { name: 'ロビー', items, version: 0 } })
      const listed = BoardHead.array().parse((await rig.request('GET', '/api/boards')).body)
      const usesOf = (id: string) => listed.find((board) => board.id === id)?.usedIn.map(({ name }) => name)
      expect([usesOf(town.id), usesOf(bus.id)]).toEqual([['バス'], ['ロビー']])
      for (const id of [town.id, bus.id]) {
        const refused = await rig.request('DELETE', `/api/boards/${id}`)
        expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
      }
    })

    it('are listed with their documents as files, and told whole one by one', async () => {
      const rig = await rigWithFeeds(open)
      const town = await created(rig, TOWN_MAP)
      const bus = await created(rig, busMap(town.id))
      const listed = BoardHead.array().parse((await rig.request('GET', '/api/boards')).body)
      const [map, lines] = await rig.boards.files()
      expect(listed.find(({ id }) => id === town.id)?.board).toEqual({ ...TOWN_MAP.board, map })
      expect(listed.find(({ id }) => id === bus.id)?.board).toEqual({ ...bus.board, lines })
      for (const { id, board } of [town, bus]) {
        const whole = await rig.request('GET', `/api/boards/${id}`, { as: 'viewer' })
        expect(whole).toMatchObject({ status: 200, body: { board } })
      }
      expect((await rig.request('GET', '/api/boards/none')).status).toBe(404)
    })

    it('keep the sources that they show from being deleted, published or not', async () => {
      const rig = await rigWithFeeds(open)
      const { id } = await created(rig, DEPARTURES)
      const refused = await rig.request('DELETE', `/api/feeds/${BUS}`)
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'in-use', detail: expect.stringContaining('次のバス') },
      })
      expect((await rig.request('DELETE', `/api/feeds/${SKY}`)).status).toBe(204)
      await rig.request('DELETE', `/api/boards/${id}`)
      expect((await rig.request('DELETE', `/api/feeds/${BUS}`)).status).toBe(204)
    })

    it('are refused with a source that is not there or of another kind, twice the same, or a map that is none', async () => {
      const rig = await rigWithFeeds(open)
      const other = await created(rig, DEPARTURES)
      const stop = { stops: ['hall'] }
      const refusals: [BoardInput['board'], string][] = [
        [{ kind: 'departures', feeds: [{ feedId: 'gone', ...stop }] }, 'board.feeds.0.feedId'],
        [{ kind: 'departures', feeds: [{ feedId: SKY, ...stop }] }, 'board.feeds.0.feedId'],
        [{ kind: 'weather', feedId: BUS }, 'board.feedId'],
        [
          {
            kind: 'departures',
            feeds: [
              { feedId: BUS, ...stop },
              { feedId: BUS, ...stop },
            ],
          },
          'board.feeds.1.feedId',
        ],
        [busMap(other.id).board, 'board.mapId'],
        [
          {
            kind: 'busMap',
            feeds: [{ feedId: BUS }],
            lines: [],
            mapId: null,
            area: { southWest: { lat: 35.71, lon: 139.5 }, northEast: CORNER },
          },
          'board.area',
        ],
      ]
      for (const [board, path] of refusals) {
        const answer = await rig.request('POST', '/api/boards', { body: input(board) })
        expect({ board, ...answer }).toMatchObject({ board, status: 400, body: { errors: [{ path }] } })
      }
      expect((await rig.request('GET', '/api/boards')).body).toHaveLength(1)
    })

    it('keep their kind, and are written by editors and admins only', async () => {
      const rig = await rigWithFeeds(open)
      const { id, version } = await created(rig, DEPARTURES)
      const body = { ...input({ kind: 'weather', feedId: SKY }), version }
      expect((await rig.request('PUT', `/api/boards/${id}`, { body })).status).toBe(400)
      expect((await rig.request('POST', '/api/boards', { as: 'viewer', body: DEPARTURES })).status).toBe(403)
    })

    it('go into the programme with the documents that the glass needs, and never without them', async () => {
      const rig = await rigWithFeeds(open)
      const town = await created(rig, TOWN_MAP)
      const bus = await created(rig, busMap(town.id))
      const items = [town, bus].map(({ id }) => item(id, { kind: 'board', boardId: id }))
      const list = await rig.request('POST', '/api/playlists', { body: { name: 'ロビー', items, version: 0 } })
      rig.state.displays.push(display('d1', { defaultPlaylistId: BoardView.pick({ id: true }).parse(list.body).id }))
      await rig.request('POST', '/api/programme/publish', { body: {} })
      const programme = Programme.parse((await rig.request('GET', '/api/displays/d1/programme')).body)
      const scenes = programme.playlists.flatMap((playlist) => playlist.items.map(({ scene }) => scene))
      const [map, over] = scenes
      if (map?.kind !== 'townMap' || over?.kind !== 'busMap') throw new Error('not the boards that were published')
      expect(over.map).toEqual(map.map)
      expect(map).toMatchObject({ title: TOWN_MAP.title, here: CORNER })
      const files = programme.files.map(({ sha256 }) => sha256)
      expect(files).toEqual(expect.arrayContaining([map.map.sha256, over.lines?.sha256]))
      const lines = RouteLines.parse(
        JSON.parse(await readFile(rig.media.files.pathOf(over.lines?.sha256 ?? ''), 'utf8')),
      )
      expect(lines.lines).toEqual([LINE])
    })

    it('that are new are no litter: their documents stay before they are published', async () => {
      const rig = await rigWithFeeds(open)
      await created(rig, TOWN_MAP)
      const files = (await rig.boards.files()).map(({ sha256 }) => sha256)
      expect(files).toHaveLength(1)
      expect(await rig.media.files.missing(files)).toEqual(new Set())
      const drawn = await rig.request('GET', `/api/files/${files[0]}`, { as: 'viewer' })
      expect(drawn).toMatchObject({ status: 200, body: TOWN })
    })
  })
})
