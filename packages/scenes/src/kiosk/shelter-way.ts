import type { GeoPoint, KioskLanguage } from '@akari/protocol'
import { standingOf } from '../map/floors.ts'
import type { KioskBuilding } from './building.ts'
import type { KioskWord } from './kiosk-words.ts'

/** How far something in town is from a display as the crow flies, and where. */
export interface WayOff {
  metres: number
  /** Of eight, from true north. */
  towards: KioskWord & (typeof WINDS)[number]
  /** Clockwise degrees from where the reader of the display looks; null where nobody said how it hangs. */
  turnDeg: number | null
}

const WINDS = ['north', 'northEast', 'east', 'southEast', 'south', 'southWest', 'west', 'northWest'] as const
/** Of a sphere with the Earth's mean radius (IUGG): right to half a per cent. */
const EARTH_M = 6_371_009
const DEG = Math.PI / 180

/** Null where nobody knows where the building or the display stands. */
export function wayOff({ kit, kioskId }: KioskBuilding, to: GeoPoint): WayOff | null {
  const { at, widthM, heightM, northDeg } = kit.guide.venue
  const standing = standingOf(kit.venue, kioskId)
  if (at === undefined || standing === null) return null
  const [dx, dy] = [standing.at[0] - widthM / 2, standing.at[1] - heightM / 2]
  const bearing = Math.atan2(dx, -dy) - northDeg * DEG
  const metresOff = Math.hypot(dx, dy)
  const cos = Math.cos(at.lat * DEG)
  const from: GeoPoint = {
    lat: at.lat + (metresOff * Math.cos(bearing)) / (EARTH_M * DEG),
    lon: at.lon + (metresOff * Math.sin(bearing)) / (EARTH_M * DEG * cos),
  }
  const { metres, deg } = between(from, to)
  const wind = WINDS[Math.round(deg / 45) % WINDS.length] ?? 'north'
  const looksDeg = standing.facingDeg === null ? null : standing.facingDeg - northDeg
  return { metres, towards: wind, turnDeg: looksDeg === null ? null : around(deg - looksDeg) }
}

/** Along a great circle, and the direction in which it begins (clockwise from north). */
function between(from: GeoPoint, to: GeoPoint): { metres: number; deg: number } {
  const [a, b, over] = [from.lat * DEG, to.lat * DEG, (to.lon - from.lon) * DEG]
  const chord = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(over / 2) ** 2
  const east = Math.sin(over) * Math.cos(b)
  const north = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(over)
  return { metres: 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(chord))), deg: around(Math.atan2(east, north) / DEG) }
}

function around(deg: number): number {
  return ((deg % 360) + 360) % 360
}

/** «450 m» to the next fifty metres, «1.2 km» beyond a kilometre: nobody walks as the crow flies. */
export function roughly(metres: number, language: KioskLanguage): string {
  const round = Math.max(50, Math.round(metres / 50) * 50)
  if (round < 1000) return `${round}\u00a0m`
  const km = new Intl.NumberFormat(language === 'ja-x-easy' ? 'ja' : language, { maximumFractionDigits: 1 })
  return `${km.format(metres / 1000)}\u00a0km`
}
