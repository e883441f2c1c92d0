import { readFileSync } from 'node:fs'
import { sampleRealtime, sampleStreets, sampleTimetable, sampleTownMap } from '@akari/content-samples'
import {
  Basemap,
  type DisplayProfile,
  type FeedSnapshot,
  type FileRef,
  type PlayerState,
  PMTILES,
  type SceneContent,
  STREETS_PICTURE,
  type Texts,
} from '@akari/protocol'
import { liveOf, type OpenTimetable, readRealtime, snapshotOf, storedTimetable } from '@akari/transit'
import { withProgramme } from './line-scenarios.ts'
import type { Scenario } from './scenarios.ts'

const BUS = 'bus'
const DEPARTURES: Texts = {
  ja: '中央図書館のバス',
  'ja-x-easy': '中央図書館《ちゅうおうとしょかん》の バス',
  en: 'Buses from the Central Library',
  'zh-Hans': '中央图书馆的公交车',
  ko: '중앙도서관 버스',
}
const BUS_MAP: Texts = {
  ja: 'いま走っているバス',
  'ja-x-easy': 'いま 走《はし》っている バス',
  en: 'Buses on the road now',
  'zh-Hans': '正在运行的公交车',
  ko: '지금 다니는 버스',
}
const TOWN: Texts = {
  ja: 'まちの避難所と施設',
  'ja-x-easy': 'まちの 避難所《ひなんじょ》',
  en: 'Shelters and public places',
  'zh-Hans': '避难所和公共设施',
  ko: '대피소와 공공시설',
}

interface Parts {
  showing: (scene: SceneContent, display: DisplayProfile) => PlayerState
  keep: (bytes: Buffer, type: string) => FileRef
}

/** The moment of the sample's day that a scenario shows, and what the feed says then. */
interface Moment {
  /** Wall clock in Japan; what the device's own clock is ahead is in the state. */
  time: string
  feed?: (snapshot: FeedSnapshot) => FeedSnapshot | null
  clockUnknown?: true
  /** How long ago the feed was asked. Seconds. */
  heardAgo?: number
}

/** Boards of buses by day, at night, without a source, and the town with its shelters. */
export function busScenarios({ showing, keep }: Parts): Scenario[] {
  const open = sampleTimetable()
  const timetable = keep(Buffer.from(JSON.stringify(storedTimetable(open.timetable))), 'application/json')
  const stale = { ...open.timetable, validTo: 20_000 }
  const expired = keep(Buffer.from(JSON.stringify(storedTimetable(stale))), 'application/json')
  const town = keep(Buffer.from(JSON.stringify(sampleTownMap())), 'application/json')
  const basemap = sampleBasemap(keep)
  const here = { lat: 35.6995, lon: 139.503 }
  const board: SceneContent = {
    kind: 'departures',
    title: DEPARTURES,
    feeds: [{ feedId: BUS, stops: ['library'] }],
    walkMinutes: 3,
  }
  const park: SceneContent = { ...board, feeds: [{ feedId: BUS, stops: ['park', 'hall'] }] }
  const map: SceneContent = { kind: 'busMap', title: BUS_MAP, feeds: [{ feedId: BUS }], map: town, here }
  const bare: SceneContent = { kind: 'busMap', title: BUS_MAP, feeds: [{ feedId: BUS }] }
  const places: SceneContent = { kind: 'townMap', title: TOWN, map: town, here, feeds: [BUS] }

  const scenario = (name: string, scene: SceneContent, moment: Moment, file = timetable): Scenario => ({
    name,
    scene: scene.kind,
    settleMs: 1200,
    state: (display) => {
      const atMs = Date.parse(`${moment.time}+09:00`)
      const heardMs = atMs - (moment.heardAgo ?? 4) * 1000
      const whole = busSnapshot(open, heardMs, 1)
      const feed = (moment.feed ?? ((same: FeedSnapshot) => same))(whole)
      const state = withProgramme(showing(scene, display), (programme) => ({
        ...programme,
        feeds: [{ feedId: BUS, timetable: file }],
      }))
      return {
        ...state,
        clock: { offsetMs: atMs - Date.now(), trust: moment.clockUnknown ? 'unknown' : 'synced' },
        feeds: feed === null ? [] : [feed],
      }
    },
  })
  return [
    scenario('departures', board, { time: '2026-11-28T12:04:00' }),
    scenario('departures-alert', park, { time: '2026-11-28T17:20:00' }),
    scenario('departures-stale', board, { time: '2026-11-28T12:04:00', heardAgo: 160 }),
    scenario('departures-cancelled', board, { time: '2026-11-28T12:04:00', feed: cancelled }),
    scenario('departures-down', board, {
      time: '2026-11-28T12:04:00',
      feed: (it) => ({ ...it, state: 'down' }),
      heardAgo: 900,
    }),
    scenario('departures-evening', board, { time: '2026-11-28T21:38:00' }),
    scenario('departures-night', board, { time: '2026-11-28T23:56:00', feed: (it) => ({ ...it, state: 'empty' }) }),
    scenario('departures-newyear', board, { time: '2026-12-31T21:10:00', feed: (it) => ({ ...it, state: 'empty' }) }),
    scenario('departures-expired', board, { time: '2026-11-28T12:04:00' }, expired),
    scenario('departures-clock', board, { time: '2026-11-28T12:04:00', clockUnknown: true }),
    scenario('busmap', map, { time: '2026-11-28T12:04:00' }),
    scenario('busmap-stale', map, { time: '2026-11-28T12:04:00', heardAgo: 160 }),
    scenario('busmap-down', map, { time: '2026-11-28T12:04:00', feed: () => null }),
    scenario('busmap-bare', bare, { time: '2026-11-28T08:12:00' }),
    scenario('townmap', places, { time: '2026-11-28T12:04:00' }),
    scenario('busmap-streets', { ...map, basemap }, { time: '2026-11-28T12:04:00' }),
    scenario('townmap-streets', { ...places, basemap }, { time: '2026-11-28T12:04:00' }),
  ]
}

/** The streets of the sample's town, as a board has them. */
export function sampleBasemap(keep: Parts['keep']): Basemap {
  const { tilesPath, picturePath, area, attribution } = sampleStreets()
  return Basemap.parse({
    tiles: keep(readFileSync(tilesPath), PMTILES),
    schema: 'protomaps',
    attribution,
    picture: { file: keep(readFileSync(picturePath), STREETS_PICTURE), area },
  })
}

/** What the CMS would tell of the sample's buses at a moment (Unix time in milliseconds). */
export function busSnapshot(open: OpenTimetable, heardMs: number, revision: number): FeedSnapshot {
  const { vehicles, trips, alerts } = sampleRealtime(heardMs, open)
  const bodies = { vehicles: readRealtime(vehicles), trips: readRealtime(trips), alerts: readRealtime(alerts) }
  const told = snapshotOf(open, liveOf(open, bodies, heardMs / 1000), heardMs / 1000)
  return {
    feedId: BUS,
    revision,
    checkedAt: new Date(heardMs).toISOString(),
    state: 'ok',
    attribution: { text: { ja: 'あかりバス（見本）', en: 'Akari Bus (sample)' }, licence: 'CC BY 4.0' },
    data: { kind: 'transit', isLive: true, ...told, notices: [] },
  }
}

/** The second trip of the list does not run. */
function cancelled(snapshot: FeedSnapshot): FeedSnapshot {
  if (snapshot.data?.kind !== 'transit') return snapshot
  const { vehicles, trips, ...data } = snapshot.data
  const observed = { observedAt: Math.floor(Date.parse(snapshot.checkedAt ?? '') / 1000), hasOwnTime: true }
  const day = Math.floor(Date.parse('2026-11-28') / 86_400_000)
  const run = { tripId: 'east-0_1230', day, startsAt: Date.parse('2026-11-28T00:00:00+09:00') / 1000 }
  const trip = { run, state: 'cancelled' as const, calls: [], wheelchair: 'unknown' as const, ...observed }
  return { ...snapshot, data: { ...data, vehicles, trips: [...trips, trip] } }
}
