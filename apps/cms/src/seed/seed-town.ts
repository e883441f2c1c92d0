import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  loadSampleBoards,
  sampleStreets,
  sampleTimetableZip,
  sampleTownMap,
  TOWN_FEED_PATHS,
} from '@akari/content-samples'
import { type Basemap, BoardInput, FeedInput, type FeedView, type Id, type Texts } from '@akari/protocol'
import type { BasemapsService } from '../features/basemaps/basemaps.service.ts'
import type { BoardsService } from '../features/boards/boards.service.ts'
import type { Actor } from '../http/actor.ts'

export type SeedTownDeps = {
  feeds: {
    list: () => Promise<readonly { id: Id; name: string }[]>
    add: (input: FeedInput, actor: Actor) => Promise<FeedView>
    upload: (id: Id, version: number, path: string, actor: Actor) => Promise<FeedView>
  }
  boards: Pick<BoardsService, 'list' | 'create'>
  basemaps: Pick<BasemapsService, 'takeTiles' | 'takePicture'>
  /** Where the feeds of the sample's town are served, e.g. `http://127.0.0.1:8093`. */
  feedsUrl: string
  workDir: string
}

const CREDIT = { text: { ja: '見本のための、つくりごとのデータです', en: 'Made-up data of the sample' } }
const FEEDS = ['bus', 'weather', 'news'] as const
/** Who else would be asked so often: these are on this machine. */
const EVERY = { bus: 10, weather: 120, news: 60 } as const
const NAMES = { bus: 'あかりバス（見本）', weather: '天気予報（見本）', news: '市のお知らせ（見本）' } as const
/** What boards call the town map that they lie over. */
const TOWN = 'town'
const TOWN_TITLE: Texts = {
  ja: 'まちの地図',
  'ja-x-easy': 'まちの 地図（ちず）',
  en: 'Town map',
  'zh-Hans': '城市地图',
  ko: '마을 지도',
}

/** Sets up the feeds of the sample's town, its timetable and its boards; gives the boards by the sample's keys. */
export async function seedTown(deps: SeedTownDeps, actor: Actor): Promise<Map<string, Id>> {
  const feeds = new Map<string, Id>()
  for (const key of FEEDS) feeds.set(key, await feedId(deps, key, actor))
  const boards = new Map<string, Id>()
  const map = { kind: 'townMap', map: sampleTownMap(), feeds: [feeds.get('bus')] }
  const town = async () => ({ title: TOWN_TITLE, board: { ...map, basemap: await streets(deps, actor) }, version: 0 })
  boards.set(TOWN, await boardId(deps, TOWN_TITLE, town, actor))
  for (const { key, title, board } of loadSampleBoards()) {
    const named: unknown = JSON.parse(JSON.stringify(board), (name, value: unknown) =>
      name === 'feedId' ? feeds.get(String(value)) : name === 'mapId' ? boards.get(String(value)) : value,
    )
    boards.set(key, await boardId(deps, title, () => ({ title, board: named, version: 0 }), actor))
  }
  return boards
}

async function feedId(deps: SeedTownDeps, key: (typeof FEEDS)[number], actor: Actor): Promise<Id> {
  const held = (await deps.feeds.list()).find(({ name }) => name === NAMES[key])
  if (held !== undefined) return held.id
  const feed = await deps.feeds.add(
    FeedInput.parse({
      name: NAMES[key],
      source: sourceOf(key, deps.feedsUrl),
      everySeconds: EVERY[key],
      attribution: CREDIT,
      key: null,
      version: 0,
    }),
    actor,
  )
  if (key === 'bus') await uploadTimetable(deps, feed, actor)
  return feed.id
}

function sourceOf(key: (typeof FEEDS)[number], origin: string): unknown {
  const at = (path: string): string => new URL(path, origin).href
  switch (key) {
    case 'bus':
      return {
        kind: 'transit',
        timetable: null,
        vehicles: at(TOWN_FEED_PATHS.vehicles),
        trips: at(TOWN_FEED_PATHS.trips),
        alerts: at(TOWN_FEED_PATHS.alerts),
        routes: [],
        stops: [],
      }
    case 'weather':
      return {
        kind: 'weather',
        forecast: at(TOWN_FEED_PATHS.forecast),
        office: '990000',
        area: '990010',
        place: '99001',
        heat: null,
      }
    case 'news':
      return { kind: 'news', news: at(TOWN_FEED_PATHS.news) }
  }
}

async function uploadTimetable(
  { feeds, workDir }: SeedTownDeps,
  { id, version }: FeedView,
  actor: Actor,
): Promise<void> {
  await withFolder(workDir, async (folder) => {
    const path = join(folder, 'timetable.zip')
    await writeFile(path, sampleTimetableZip())
    await feeds.upload(id, version, path, actor)
  })
}

async function boardId({ boards }: SeedTownDeps, title: Texts, make: () => unknown, actor: Actor): Promise<Id> {
  const held = (await boards.list()).find((board) => board.title.ja === title.ja)
  return (held ?? (await boards.create(BoardInput.parse(await make()), actor))).id
}

/** Sends the streets of the sample's town as staff would, with the picture that was drawn of them. */
async function streets(deps: SeedTownDeps, actor: Actor): Promise<Basemap> {
  const { tilesPath, picturePath, area, attribution } = sampleStreets()
  return withFolder(deps.workDir, async (folder) => {
    await copyFile(tilesPath, join(folder, 'tiles'))
    await copyFile(picturePath, join(folder, 'picture'))
    const { tiles, schema } = await deps.basemaps.takeTiles(join(folder, 'tiles'), actor)
    const { file } = await deps.basemaps.takePicture(join(folder, 'picture'), actor)
    return { tiles, schema, attribution, picture: { file, area } }
  })
}

/** Taking in uses files up. */
async function withFolder<T>(workDir: string, use: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(workDir, { recursive: true })
  const folder = await mkdtemp(join(workDir, 'sample-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
