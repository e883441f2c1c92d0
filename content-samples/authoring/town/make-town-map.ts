/** `node content-samples/authoring/town/make-town-map.ts`: writes the sample's town in outlines, with its shelters. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type GeoPoint, type Texts, TownMap } from '@akari/protocol'
import { aroundHall } from '../around-hall.ts'
import type { Names } from '../timetable/network.ts'
import { AREAS, BOUNDARY, LINES, NAME, PLACES, SOURCE } from './town.ts'

const FOLDER = new URL('../../town/', import.meta.url)

const map: TownMap = {
  format: 1,
  name: texts(NAME),
  boundary: [BOUNDARY.map(point)],
  areas: AREAS.map(({ kind, ring }) => ({ kind, ring: ring.map(point) })),
  lines: LINES.map(({ kind, names, points }) => ({
    kind,
    ...(names === null ? {} : { name: texts(names) }),
    points: points.map(point),
  })),
  places: PLACES.map(([id, kind, at, shelters, ...names]) => ({
    id,
    kind,
    name: texts(names),
    at: point(at),
    ...(shelters.length === 0 ? {} : { shelters: [...shelters] }),
  })),
  attribution: [{ text: texts(SOURCE) }],
}
mkdirSync(FOLDER, { recursive: true })
writeFileSync(new URL('town-map.json', FOLDER), `${JSON.stringify(TownMap.parse(map))}\n`)

function texts([ja, kana, en, zh, ko]: Names): Texts {
  const isRead = /\p{sc=Han}/u.test(ja)
  return { ja, 'ja-x-easy': isRead ? `｜${ja.replace(/（.*）/, '')}《${kana}》` : ja, en, 'zh-Hans': zh, ko }
}

function point([east, north]: readonly [number, number]): GeoPoint {
  const { lat, lon } = aroundHall({ east, north })
  return { lat: rounded(lat), lon: rounded(lon) }
}

/** To about ten centimetres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
